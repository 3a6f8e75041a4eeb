// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

/** Bits of the command-mode subchannel-status word (PoP SA22-7832, chapter 16). Word-0 bits as 32-bit masks. */
public final class Scsw {
	/** Key, S, F, P, I, A and U, which the ORB gives in the same places of its word 1. */
	static final int FROM_ORB = 0xF8F8_0000;
	static final int KEY = 0xF000_0000;
	/** IRB-format control: the SCSW is one of transport mode. */
	public static final int TRANSPORT = 0x0010_0000;
	public static final int ESW_FORMAT = 0x0400_0000;
	public static final int DEFERRED_CC_1 = 0x0100_0000;
	public static final int DEFERRED_CC_3 = 0x0300_0000;
	public static final int ZERO_CC = 0x0004_0000;
	public static final int EXTENDED_CONTROL = 0x0002_0000;
	public static final int PATH_NOT_OPERATIONAL = 0x0001_0000;

	public static final int FUNCTION = 0x7000;
	public static final int START = 0x4000;
	public static final int HALT = 0x2000;
	public static final int CLEAR = 0x1000;

	public static final int ACTIVITY = 0x0FE0;
	public static final int RESUME_PENDING = 0x0800;
	public static final int START_PENDING = 0x0400;
	public static final int HALT_PENDING = 0x0200;
	public static final int CLEAR_PENDING = 0x0100;
	public static final int SUBCHANNEL_ACTIVE = 0x0080;
	public static final int DEVICE_ACTIVE = 0x0040;
	public static final int SUSPENDED = 0x0020;

	public static final int STATUS = 0x001F;
	public static final int ALERT = 0x0010;
	public static final int INTERMEDIATE = 0x0008;
	public static final int PRIMARY = 0x0004;
	public static final int SECONDARY = 0x0002;
	public static final int PENDING = 0x0001;

	/** Device status, bits of the unit-status byte. */
	public static final int ATTENTION = 0x80;
	public static final int STATUS_MODIFIER = 0x40;
	public static final int CONTROL_UNIT_END = 0x20;
	public static final int BUSY = 0x10;
	public static final int CHANNEL_END = 0x08;
	public static final int DEVICE_END = 0x04;
	public static final int UNIT_CHECK = 0x02;
	public static final int UNIT_EXCEPTION = 0x01;

	/** Subchannel status, bits of the channel-status byte. */
	public static final int PCI = 0x80;
	public static final int INCORRECT_LENGTH = 0x40;
	public static final int PROGRAM_CHECK = 0x20;
	public static final int PROTECTION_CHECK = 0x10;
	public static final int CHANNEL_DATA_CHECK = 0x08;
	public static final int CHANNEL_CONTROL_CHECK = 0x04;
	public static final int INTERFACE_CONTROL_CHECK = 0x02;
	public static final int CHAINING_CHECK = 0x01;

	private Scsw() {}
}
