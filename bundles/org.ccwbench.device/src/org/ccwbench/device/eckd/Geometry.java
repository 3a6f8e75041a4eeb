// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

/**
 * What a disk model is: cylinders, tracks and how many records fit on a track.
 *
 * @param name       the model, "3390-3"
 * @param type       device type, 0x3390
 * @param model      device model byte of SENSE ID
 * @param typeCode   unit type of the device characteristics
 * @param primary    primary cylinders
 * @param alternate  alternate cylinders
 * @param heads      tracks of a cylinder
 * @param r0         longest record 0, in bytes
 * @param homeAndR0  room of home address and record 0
 * @param length     track length
 * @param sectors    rotational positions
 * @param rps        factors for rotational position sensing
 * @param formula    which track-capacity formula holds: 1 or 2 of the device characteristics, or 0: a constant for each
 *                   record, and one more for a key
 * @param f1         factors of that formula, as READ DEVICE CHARACTERISTICS gives them
 */
record Geometry(String name, int type, int model, int typeCode, int primary, int alternate, int heads, int r0,
		int homeAndR0, int length, int sectors, int rps, int formula, int f1, int f2, int f3, int f4, int f5, int f6) {

	private static final Geometry[] MODELS = {
		m3330("3330-1", 0x01, 404), m3330("3330-11", 0x11, 808), m3330("3330", 0x11, 65535),
		m3380("3380-A", 0x02, 885, 1), m3380("3380-E", 0x0A, 1770, 2), m3380("3380-K", 0x1E, 2655, 3),
		m3380("3380", 0x1E, 65535, 0),
		m3390("3390-1", 0x02, 0x26, 1113, 1), m3390("3390-2", 0x06, 0x27, 2226, 1),
		m3390("3390-3", 0x0A, 0x24, 3339, 1), m3390("3390-9", 0x0C, 0x32, 10017, 3),
		m3390("3390-27", 0x0C, 0x32, 32760, 3), m3390("3390", 0x0C, 0x32, 65535, 0),
	};

	private static Geometry m3330(String name, int model, int cylinders) {
		return new Geometry(name, 0x3330, model, 0, cylinders, 7, 19, 13165, 135, 13165, 128, 0, 0, 1, 135, 56, 0, 0, 0);
	}

	private static Geometry m3380(String name, int model, int cylinders, int alternate) {
		return new Geometry(name, 0x3380, model, 0x0E, cylinders, alternate, 15, 47988, 1088, 47968, 222, 0x5007,
				1, 32, 492, 236, 0, 0, 0);
	}

	private static Geometry m3390(String name, int model, int typeCode, int cylinders, int alternate) {
		return new Geometry(name, 0x3390, model, typeCode, cylinders, alternate, 15, 57326, 1428, 58786, 224, 0x7708,
				2, 34, 19, 9, 6, 116, 6);
	}

	/** The smallest model of a type that has this many cylinders, or null if the type is not in the table. */
	static Geometry of(int type, int cylinders) {
		for (Geometry g : MODELS) {
			if (g.type == type && cylinders <= g.primary + g.alternate) {
				return g;
			}
		}
		return null;
	}

	/** Room of a track in an image: home address, record 0, the longest record and the end, in units of 512 bytes. */
	int imageTrack() {
		return switch (type) {
			case 0x3330 -> 13_312;
			case 0x3380 -> 47_616;
			default -> 56_832;
		};
	}

	/** Room on a track for user records, in cells of {@code f1} bytes. */
	int cells() {
		return length / f1;
	}

	/** The cells that a record takes, from the track-capacity formula of the device characteristics. */
	int space(int keyLength, int dataLength) {
		if (formula == 0) {
			return f2 + dataLength + (keyLength == 0 ? 0 : f3 + keyLength);
		}
		if (formula == 1) {
			int key = keyLength == 0 ? 0 : ceiling(f3 + keyLength, f1);
			return ceiling(f2 + dataLength, f1) + key;
		}
		int key = keyLength == 0 ? 0 : f3 + segment(keyLength);
		return f2 + segment(dataLength) + key;
	}

	/** The rotational position at which a record begins whose predecessors take so many cells; 0 if it is not known. */
	int sector(int cellsBefore) {
		// Overhead before record 1, and the low byte of the factors: cells of a position.
		return switch (type) {
			case 0x3390 -> (49 + cellsBefore) / (rps & 0xFF);
			case 0x3380 -> (39 + cellsBefore) / (rps & 0xFF);
			default -> 0;
		};
	}

	private int segment(int bytes) {
		int segments = ceiling(bytes + f6, 2 * f5);
		return ceiling(bytes + f6 + f4 * segments, f1);
	}

	private static int ceiling(int a, int b) {
		return (a + b - 1) / b;
	}
}
