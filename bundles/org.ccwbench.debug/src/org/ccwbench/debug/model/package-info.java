// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/** The position of the recording as target, thread, frames, variables, expressions and storage of the debug platform. */
package org.ccwbench.debug.model;
