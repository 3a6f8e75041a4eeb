// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.Arrays;

/** Bytes at a guest absolute address. The array is the caller's to keep and not to change. */
public record Segment(long address, byte[] bytes) {
	/** Address after the last byte. */
	public long end() {
		return address + bytes.length;
	}

	@Override
	public boolean equals(Object o) {
		return o instanceof Segment s && s.address == address && Arrays.equals(s.bytes, bytes);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(address) * 31 + Arrays.hashCode(bytes);
	}
}
