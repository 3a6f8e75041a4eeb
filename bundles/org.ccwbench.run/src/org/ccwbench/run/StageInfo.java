// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * A stage of the way that a session's program goes.
 *
 * @param id     "Q2", "K1"; "G1" … for a guest that has the channel to itself
 * @param side   who does it, a word for people
 * @param within index of the stage during which it happens, or -1
 */
public record StageInfo(String id, String side, String title, String description, int within) {}
