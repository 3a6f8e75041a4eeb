// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Recorded vectors held against this implementation, one class a kind of vector. A newcomer implements {@link
 * org.ccwbench.run.check.VectorKind} and names it under {@code META-INF/services}. It may touch what {@code run}
 * may touch.
 */
package org.ccwbench.run.check;
