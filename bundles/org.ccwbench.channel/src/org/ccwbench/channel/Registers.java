// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.channel;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;

/**
 * The bytes of one subchannel: the SCHIB (PMCW, SCSW, model-dependent area), then ESW, ECW and EMW, which with
 * the SCSW make up the IRB. Offsets are those of {@link Subchannel}.
 */
final class Registers {
	/** Bytes of the PMCW. */
	static final int LPM = 8;
	static final int PNOM = 9;
	static final int LPUM = 10;
	static final int PIM = 11;
	static final int POM = 14;
	static final int PAM = 15;

	private static final int SCSW = 28;
	private static final int ESW = Subchannel.ESW_OFFSET;
	private static final int ECW = ESW + 20;

	private final Storage storage;
	private final long base;
	private final byte[] scratch = new byte[32];

	Registers(Storage storage, long base) {
		this.storage = storage;
		this.base = base;
	}

	void copySchib(byte[] into) {
		storage.load(base, into, 0, 52);
	}

	void copyIrb(byte[] into) {
		storage.load(base + SCSW, into, 0, 12);
		storage.load(base + ESW, into, 12, 84);
	}

	int pmcw(int offset) {
		return (int) storage.load32(base + offset);
	}

	int pmcwByte(int offset) {
		return storage.load8(base + offset);
	}

	/** Writes a word of the SCHIB if that changes it. */
	void pmcw(int offset, int value) {
		if (pmcw(offset) != value) {
			storage.store32(base + offset, value & 0xFFFF_FFFFL);
		}
	}

	void pmcwByte(int offset, int value) {
		if (pmcwByte(offset) != value) {
			storage.store8(base + offset, value);
		}
	}

	int scsw() {
		return (int) storage.load32(base + SCSW);
	}

	void scsw(int word0) {
		pmcw(SCSW, word0);
	}

	void programAddress(long address) {
		pmcw(SCSW + 4, (int) address);
	}

	int unitStatus() {
		return storage.load8(base + SCSW + 8);
	}

	int subchannelStatus() {
		return storage.load8(base + SCSW + 9);
	}

	/** Sets device status, subchannel status and count to zeros. */
	void noStatus() {
		pmcw(SCSW + 8, 0);
	}

	/** Stores the whole SCSW. */
	void scsw(int word0, long programAddress, int unitStatus, int subchannelStatus, int count) {
		byte[] s = scratch;
		Bytes.put32(s, 0, word0);
		Bytes.put32(s, 4, (int) programAddress);
		s[8] = (byte) unitStatus;
		s[9] = (byte) subchannelStatus;
		Bytes.put16(s, 10, count);
		storage.store(base + SCSW, s, 0, 12);
	}

	/** Stores the subchannel logout or its last-path-used mask, and the extended-report word. */
	void esw(int word0, int reportWord) {
		pmcw(ESW, word0);
		pmcw(ESW + 4, reportWord);
	}

	void ecw(byte[] sense) {
		storage.store(base + ECW, sense, 0, 32);
	}

	boolean ecwInUse() {
		return storage.load64(base + ECW) != 0 || storage.load64(base + ECW + 8) != 0
				|| storage.load64(base + ECW + 16) != 0 || storage.load64(base + ECW + 24) != 0;
	}
}
