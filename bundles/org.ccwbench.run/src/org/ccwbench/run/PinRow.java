// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;

/**
 * A page that is pinned at a position.
 *
 * @param guest  IOVA of the page, or -1 where the kernel pins by user address
 * @param user   the monitor's virtual address, or -1
 * @param host   host absolute address
 * @param count  pins that are on
 * @param causes guest absolute addresses of the CCWs and IDAWs that it was pinned for since then, ascending
 * @param since  number of the event since which it has been pinned without a break
 */
public record PinRow(long guest, long user, long host, long count, List<Long> causes, long since) {}
