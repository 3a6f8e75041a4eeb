// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The agent: what runs on the host that has the devices, its JSON-RPC protocol, and the client's end of it. It may
 * touch what {@code attach} may touch. Frames are those of the base protocol of the language server protocol
 * (Content-Length headers), of bounded size.
 */
package org.ccwbench.attach.agent;
