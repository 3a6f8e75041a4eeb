// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in byte arrays. */
public final class Bytes {
	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
	private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

	private Bytes() {}

	public static long get64(byte[] b, int at) {
		return (long) LONG.get(b, at);
	}

	public static int get32(byte[] b, int at) {
		return (int) INT.get(b, at);
	}

	/** Unsigned, 0 to 65,535. */
	public static int get16(byte[] b, int at) {
		return (short) SHORT.get(b, at) & 0xFFFF;
	}

	public static void put64(byte[] b, int at, long value) {
		LONG.set(b, at, value);
	}

	public static void put32(byte[] b, int at, int value) {
		INT.set(b, at, value);
	}

	public static void put16(byte[] b, int at, int value) {
		SHORT.set(b, at, (short) value);
	}
}
