// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * How a guest's channel program reaches a real device: the container's DMA map, pinning, the translator of the
 * Linux driver vfio-ccw, and the paths of the 2016 design discussion as lists of stages. Everything works on
 * bytes in {@code storage} and hands translated programs to {@code channel}; it may touch those two only.
 * Implements, besides the Linux driver's contract, the operation-request block, CCW and IDAW rules of the
 * Principles of Operation (SA22-7832), chapter 15, as far as the driver looks at them.
 */
package org.ccwbench.vfio;
