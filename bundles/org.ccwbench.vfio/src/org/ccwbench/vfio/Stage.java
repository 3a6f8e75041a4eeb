// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

/**
 * One stage of a path.
 *
 * @param id          as in the design discussion: Q1 … for the monitor, K1 … for the kernel
 * @param side        who does it
 * @param title       a few words
 * @param description one or two sentences
 * @param within      index of the stage during which it happens (a blocking call), or -1
 */
public record Stage(String id, Side side, String title, String description, int within) {}
