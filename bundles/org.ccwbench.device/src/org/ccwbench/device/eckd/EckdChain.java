// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

/** What the storage control remembers within one channel program: extent, domain and what has gone before. */
final class EckdChain {
	/** File mask, bits 0-1: what may be written. */
	static final int MASK_WRITE = 0xC0;
	static final int MASK_INHIBIT_HOME_R0 = 0x00;
	static final int MASK_INHIBIT_ALL = 0x40;
	static final int MASK_ALLOW_ALL = 0xC0;
	/** File mask, bit 2: reserved. */
	static final int MASK_RESERVED = 0x20;
	/** File mask, bits 3-4: which seeks are allowed. */
	static final int MASK_SEEK = 0x18;
	static final int MASK_SEEK_ALL = 0x00;
	static final int MASK_SEEK_CYLINDER_HEAD = 0x08;
	static final int MASK_SEEK_NONE = 0x18;
	/** File mask, bits 5-6: authorization. */
	static final int MASK_AUTHORIZATION = 0x06;
	static final int MASK_DIAGNOSTIC = 0x04;

	/** Position of the command in the chain, 0 for the first. */
	int sequence;
	/** DEFINE EXTENT came, SET FILE MASK came. */
	boolean extentDefined;
	boolean fileMaskSet;
	int fileMask;
	int attributes;
	int blockSize;
	private int firstTrack;
	private int lastTrack;
	/** A command came that put the access mechanism somewhere. */
	boolean positioned;
	boolean readIpl;
	/** The index passed once without a record having been read. */
	boolean indexPassed;
	/** The search just before compared equal in full. */
	boolean homeAddressEqual;
	boolean idEqual;
	boolean keyEqual;
	/** WRITE CKD or WRITE RECORD ZERO came just before, outside of a domain. */
	boolean countWritten;
	/** Commands that the locate-record domain still expects. */
	int domain;
	int operation;
	int auxiliary;
	int transferLength;
	/** Tracks that READ TRACK still has to read, the next leftmost of 16 bits. */
	int trackSet;
	/** Nothing may be chained any more. */
	boolean closed;
	/** The subsystem data that READ SUBSYSTEM DATA will read. */
	int subsystemData;

	EckdChain() {
		reset();
	}

	void reset() {
		sequence = 0;
		extentDefined = false;
		fileMaskSet = false;
		fileMask = 0;
		attributes = 0;
		blockSize = 0;
		firstTrack = 0;
		lastTrack = -1;
		positioned = false;
		readIpl = false;
		indexPassed = false;
		homeAddressEqual = false;
		idEqual = false;
		keyEqual = false;
		countWritten = false;
		domain = 0;
		operation = 0;
		auxiliary = 0;
		transferLength = 0;
		trackSet = 0;
		closed = false;
		subsystemData = 0;
	}

	/** Sets the extent from its first and last track, each cylinder and head as a fullword. */
	void extent(int first, int last) {
		firstTrack = first;
		lastTrack = last;
		extentDefined = true;
	}

	int firstTrack() {
		return firstTrack;
	}

	int lastTrack() {
		return lastTrack;
	}

	/** Whether a track lies in the defined extent; everything does while none is defined. */
	boolean inExtent(int cylinder, int head) {
		int track = cylinder << 16 | head;
		return Integer.compareUnsigned(track, firstTrack) >= 0 && Integer.compareUnsigned(track, lastTrack) <= 0;
	}

	/** The operation of the locate-record domain without its orientation. */
	int operationCode() {
		return operation & 0x3F;
	}

	/** Whether the last command of the domain is a READ COUNT suffixed to it. */
	boolean readCountSuffixed() {
		return (auxiliary & 0x01) != 0;
	}

	/** Forgets searches and writes that {@code command} does not carry on. */
	void passed(int command) {
		int single = command & 0x7F;
		if (single != 0x39 && single != 0x19) {
			homeAddressEqual = false;
		}
		boolean data = single == 0x06 || single == 0x05;
		if (single != 0x31 && single != 0x0E && single != 0x0D && !data) {
			idEqual = false;
		}
		if (single != 0x29 && !data) {
			keyEqual = false;
		}
		if (command != 0x15 && command != 0x1D) {
			countWritten = false;
		}
	}
}
