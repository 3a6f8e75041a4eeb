// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;

/**
 * A CCW of the guest's program with all its forms, as they are at a position.
 *
 * @param guest         as the guest wrote it
 * @param user          as the monitor wrote it into its own storage; null where there is none (yet)
 * @param host          as the channel executes it; null where there is none (yet); {@code guest} itself if the guest has the channel to itself
 * @param progress      whether the channel has executed it
 * @param fetched       how often the channel fetched it
 * @param unitStatus    with which its command ended last, or -1
 * @param channelStatus likewise, or -1
 * @param residual      count, likewise, or -1
 * @param line          source line from 1, or 0 if no statement put it there
 */
public record CcwRow(Form guest, Form user, Form host, Progress progress, long fetched, int unitStatus,
		int channelStatus, int residual, int line) {
	/**
	 * One form of a CCW.
	 *
	 * @param address  where it lies in its space
	 * @param ccw      its eight bytes
	 * @param format1  or format 0
	 * @param indirect the words of the IDAL or MIDAL that it names, as far as they can be read; empty if it names none
	 */
	public record Form(long address, long ccw, boolean format1, List<Indirect> indirect) {
		/** The command byte. */
		public int command() {
			return (int) (ccw >>> 56);
		}

		/** The flag byte. */
		public int flags() {
			return (int) (format1 ? ccw >>> 48 : ccw >>> 24) & 0xFF;
		}

		public int count() {
			return (int) (format1 ? ccw >>> 32 : ccw) & 0xFFFF;
		}

		/** The data address, 24 or 31 bits. */
		public long data() {
			return format1 ? ccw & 0x7FFF_FFFF : ccw >>> 32 & 0xFF_FFFF;
		}

		/** Whether it stores from high addresses to low: a read backward (PoP SA22-7832, chapter 15, "Command Code"). */
		boolean backward() {
			return (command() & 15) == 12;
		}

		/** Whether it is a transfer in channel, which each format tells in its own way. */
		public boolean tic() {
			return format1 ? command() == 8 : (command() & 15) == 8;
		}
	}

	/**
	 * A word of an indirect list.
	 *
	 * @param address where it lies
	 * @param length  4, 8 (IDAW) or 16 (MIDAW)
	 * @param data    the address in it
	 * @param flags   of a MIDAW; 0 otherwise
	 * @param count   of a MIDAW; -1 otherwise
	 * @param from    lowest address of the data that it stands for
	 * @param bytes   how many they are, as far as the count of the CCW goes
	 */
	public record Indirect(long address, int length, long data, int flags, int count, long from, int bytes) {}
}
