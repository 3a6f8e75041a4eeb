// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import java.nio.file.Path;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;

/** A process to be killed: writes one generation after another through to a disk, and says which ones are on it. */
final class WriteThroughVictim {
	static final int TRACKS = 15;
	static final int RECORD = 4096;

	private WriteThroughVictim() {}

	/** @param args the image, the first generation */
	public static void main(String[] args) throws Exception {
		Program program = new Program(Devices.create(DeviceOptions.of("3390", 0x120, Path.of(args[0]), "write-through")));
		for (int generation = Integer.parseInt(args[1]);; generation++) {
			write(program, generation);
			if (program.status() != 0x0C) {
				throw new IllegalStateException(program.sense(32));
			}
			System.out.println(generation);
			System.out.flush();
		}
	}

	/** One channel program that writes record 1 of every track of cylinder 0. */
	static void write(Program program, int generation) {
		String data = String.format("%08x", generation).repeat(RECORD / 4);
		program.again().write(0x63, "80c01000 00000000 00000000 0000000e");
		for (int track = 0; track < TRACKS; track++) {
			String place = String.format("0000%04x", track);
			program.write(0x47, "01000001" + place + place + "01ff0000");
			if (track == TRACKS - 1) {
				program.last();
			}
			program.write(0x05, data);
		}
	}
}
