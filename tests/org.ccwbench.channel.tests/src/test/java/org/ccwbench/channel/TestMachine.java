// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/** A machine with 4 MiB of storage and one {@link TestDevice} 0120 at subchannel 0, enabled. */
final class TestMachine {
	static final int SID = 0x0001_0000;
	/** Word 1 of an ORB: format-1 CCWs, path 0. */
	static final int FORMAT1 = 0x0080_8000;
	static final int FORMAT0 = 0x0000_8000;
	static final int PROGRAM = 0x10000;
	static final int CD = 0x80;
	static final int CC = 0x40;
	static final int SLI = 0x20;
	static final int SKIP = 0x10;
	static final int PCI = 0x08;
	static final int IDA = 0x04;
	static final int SUSPEND = 0x02;
	static final int MIDA = 0x01;

	final Storage storage = new Storage("guest absolute", 4 << 20);
	final ChannelSubsystem css = new ChannelSubsystem(storage);
	final TestDevice device = new TestDevice();
	final Subchannel subchannel = css.attach(0, 0x0120, device);
	private int next = PROGRAM;

	TestMachine() {
		enable(SID, 0);
	}

	/** Enables a subchannel with these further bits in word 1 of the PMCW. */
	void enable(int sid, int word1) {
		byte[] schib = new byte[52];
		css.stsch(sid, schib);
		Bytes.put32(schib, 4, Bytes.get32(schib, 4) | 0x0080_0000 | word1);
		assertThat(css.msch(sid, schib)).isZero();
	}

	/** Continues at another address with the next CCWs. */
	TestMachine at(int address) {
		next = address;
		return this;
	}

	/** The next CCW of a format-1 program. */
	TestMachine ccw(int command, int flags, int count, int address) {
		storage.store64(next, (long) command << 56 | (long) flags << 48 | (long) count << 32 | address & 0xFFFF_FFFFL);
		next += 8;
		return this;
	}

	/** The next CCW of a format-0 program. */
	TestMachine ccw0(int command, int address, int flags, int count) {
		storage.store64(next, (long) command << 56 | (long) address << 32 | (long) flags << 24 | count);
		next += 8;
		return this;
	}

	TestMachine words(int address, int... words) {
		for (int i = 0; i < words.length; i++) {
			storage.store32(address + 4L * i, words[i]);
		}
		return this;
	}

	TestMachine doublewords(int address, long... values) {
		for (int i = 0; i < values.length; i++) {
			storage.store64(address + 8L * i, values[i]);
		}
		return this;
	}

	/** One MIDAW. */
	TestMachine midaw(int address, int flags, int count, long data) {
		storage.store64(address, (long) flags << 16 | count);
		storage.store64(address + 8L, data);
		return this;
	}

	int start(int word1) {
		return start(word1, PROGRAM);
	}

	int start(int word1, int programAddress) {
		byte[] orb = new byte[12];
		Bytes.put32(orb, 0, 0x00AB_CDEF);
		Bytes.put32(orb, 4, word1);
		Bytes.put32(orb, 8, programAddress);
		return css.ssch(SID, orb);
	}

	/** Starts the program, lets a tenth of a second pass and gives the SCSW that TEST SUBCHANNEL then stores. */
	String run(int word1) {
		return run(word1, PROGRAM);
	}

	String run(int word1, int programAddress) {
		assertThat(start(word1, programAddress)).as("SSCH").isZero();
		css.advance(100_000);
		return scsw();
	}

	/** TEST SUBCHANNEL, which must find status; the SCSW as three words. */
	String scsw() {
		byte[] irb = new byte[96];
		assertThat(css.tsch(SID, irb)).as("TSCH").isZero();
		return text(irb, 0);
	}

	/** Twelve bytes of a block as three words. */
	static String text(byte[] block, int at) {
		HexFormat hex = HexFormat.of().withUpperCase();
		return hex.formatHex(block, at, at + 4) + " " + hex.formatHex(block, at + 4, at + 8) + " "
				+ hex.formatHex(block, at + 8, at + 12);
	}

	String stored(int address, int length) {
		return HexFormat.of().withUpperCase().formatHex(storage.bytes(address, length));
	}
}
