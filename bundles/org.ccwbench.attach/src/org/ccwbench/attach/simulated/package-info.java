// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * A host whose kernel and devices are simulated, behind the same system calls as a real one: for tries without such
 * a machine, for measurements and for tests. It may touch what {@code attach} may touch.
 */
package org.ccwbench.attach.simulated;
