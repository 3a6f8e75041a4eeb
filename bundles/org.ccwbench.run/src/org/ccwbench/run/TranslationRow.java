// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * Look-ups of one address for one cause in one stage.
 *
 * @param guest guest absolute address (IOVA), or -1 where the look-up began at a user address
 * @param user  the monitor's virtual address, or -1 where the look-up did not go that way or found nothing
 * @param host  host absolute address, or -1 as for user
 * @param cause guest absolute address of the CCW, IDAW or ORB that needs the address
 * @param stage index of the stage
 * @param count how often until the position
 */
public record TranslationRow(long guest, long user, long host, long cause, int stage, long count) {}
