// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What people author: device, storage, mappings, channel program, expected result, as an ordered list of
 * {@link org.ccwbench.model.Statement statements}. The rest of this package is generated from
 * {@code model/ccw.ecore} at build time.
 *
 * <p>May touch EMF (common and ecore) and nothing else, and needs no OSGi. Operands are kept as the text
 * that was written; what a text means is decided in {@code org.ccwbench.notation}. References named
 * {@code target} are derived from that text and are not saved.
 *
 * <p>Names follow PoP SA22-7832, chapters 15 and 16.
 */
package org.ccwbench.model;
