// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.util.Arrays;
import java.util.Locale;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.LocalHost;

/** How long a start function takes from request to result: by a client, or by a program on the host of the device itself. */
public final class RoundTrips {
	private static final int WARM_UP = 120;
	private static final int COUNT = 61;
	private static final int CCW = 8;

	private RoundTrips() {}

	/** @param arguments number of the device */
	public static void main(String[] arguments) throws Exception {
		try (LocalHost host = LocalHost.real(); AttachedSubchannel s = host.open(arguments[0], Programs.STORAGE)) {
			System.out.printf(Locale.ROOT, "%.2f%n", medianMillis(s));
		}
	}

	/** What is timed. */
	private interface Trip {
		void go() throws AttachException;
	}

	static double medianMillis(AttachedSubchannel s) throws AttachException {
		return median(() -> Programs.run(s, Programs.at(Programs.CP, Programs.SENSE_ID)));
	}

	/** The same of a request for which no channel and no device does anything. */
	static double withoutIoMillis(AttachedSubchannel s) throws AttachException {
		return median(() -> s.load(Programs.CP, CCW));
	}

	private static double median(Trip trip) throws AttachException {
		long[] nanos = new long[COUNT];
		for (int i = -WARM_UP; i < COUNT; i++) {
			long began = System.nanoTime();
			trip.go();
			if (i >= 0) {
				nanos[i] = System.nanoTime() - began;
			}
		}
		Arrays.sort(nanos);
		return nanos[COUNT / 2] / 1e6;
	}
}
