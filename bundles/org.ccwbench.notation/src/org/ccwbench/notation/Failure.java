// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

/** What goes wrong, with its figures. Sense bytes that are not given come from the device. */
public sealed interface Failure {
	/** The device is not ready. */
	record NotReady() implements Failure {}

	/** A command ends with this unit status and these sense bytes (1 to 32). */
	record UnitCheck(byte[] sense, int status) implements Failure {}

	/** A command ends with equipment check. */
	record EquipmentCheck() implements Failure {}

	/** Data check: of one record, or of whatever is read if the cylinder is -1. */
	record DataCheck(int cylinder, int head, int record) implements Failure {
		/** Whether it is of one record. */
		public boolean ofRecord() {
			return cylinder >= 0;
		}
	}

	/** The device is busy for so long; or answers with busy and other status at once. */
	record Busy(long micros, int status) implements Failure {}

	/** Commands take so many microseconds longer. */
	record Slow(long micros) implements Failure {}

	/** Device end without channel end. */
	record NoChannelEnd() implements Failure {}

	/** No status at all. */
	record NoStatus() implements Failure {}

	/** These paths (mask, path 0 leftmost) do not lead to the device. */
	record NoPath(int mask) implements Failure {}

	/** These paths are lost before a command. */
	record PathLost(int mask) implements Failure {}

	/** A channel check: the bit of the subchannel-status byte. */
	record ChannelCheck(int status) implements Failure {}

	/** The device is taken away, at the beginning of a stage or, if that is null, before a command. */
	record Gone(String stage) implements Failure {}

	/** An I/O instruction, in upper case, gets this condition code and is not executed. */
	record Answer(String instruction, int cc) implements Failure {}

	/** An interruption is lost. */
	record InterruptionLost() implements Failure {}

	/** An interruption comes so many microseconds late. */
	record InterruptionLate(long micros) implements Failure {}

	/** Something happens to a range of guest storage, in whole pages, at the beginning of a stage or before a command. */
	sealed interface OfStorage extends Failure {
		/** Guest absolute address. */
		long guest();

		/** Bytes. */
		long length();

		/** Name of the stage, in upper case; null if before a command. */
		String stage();
	}

	/** A range of IOVAs is unmapped. */
	record Unmapped(long guest, long length, String stage) implements OfStorage {}

	/** Storage is unplugged. */
	record Unplugged(long guest, long length, String stage) implements OfStorage {}

	/** Storage is plugged and mapped. */
	record Plugged(long guest, long length, String stage) implements OfStorage {}

	/** Pages lose their frames and what was in them. */
	record Ballooned(long guest, long length, String stage) implements OfStorage {}

	/** No more than so many pages can be pinned at a time. */
	record MemoryLocked(long pages) implements Failure {}

	/** A pin fails with this (positive) error number. */
	record PinFails(int error) implements Failure {}

	/** Ends what stands before it for the same device. */
	record None() implements Failure {}
}
