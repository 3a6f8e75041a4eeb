// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * A stage as it is at a position.
 *
 * @param begun  number of the event with which it began, or -1
 * @param ended  number of the event with which it was over, or -1
 * @param result 0, or the negative error number with which it was over
 * @param tally  what was done in it so far, without the stages within it
 */
public record StageState(int index, StageInfo stage, Progress progress, long begun, long ended, int result, Tally tally) {}
