// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.eckd;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DeviceSight.Fact;
import org.ccwbench.device.DeviceSight.Kind;
import org.ccwbench.device.DeviceSight.Passed;
import org.ccwbench.device.DeviceSight.Piece;
import org.ccwbench.storage.Storage;

/** The track under the heads as people see it: its records, the orientation, and what the program may do. */
final class EckdSight {
	private static final int HOME_ADDRESS = 5;
	private static final int COUNT_FIELD = 8;
	private static final long END_OF_TRACK = -1L;
	private static final int WRITE_MASK = 0xC0;
	/** Records that are shown behind which the head is not: no disk has so many on a track, but zeros look like records. */
	private static final int MOST = 256;

	private final CkdImage image;
	private final int cylinder;
	private final int head;
	private final int at;
	private final int orientation;
	private final boolean extentDefined;
	private final int mask;
	private final int first;
	private final int last;
	private final int domain;
	private final int operation;
	private final List<Piece> pieces = new ArrayList<>();
	private int under;

	private EckdSight(CkdImage image, ByteBuffer from) {
		this.image = image;
		cylinder = from.getInt();
		head = from.getInt();
		at = from.getInt();
		orientation = from.get();
		extentDefined = from.get() != 0;
		mask = from.get() & 0xFF;
		first = from.getInt();
		last = from.getInt();
		domain = from.getInt();
		operation = from.get() & 0xFF;
	}

	static void keep(EckdDevice device, ByteBuffer into) {
		Track t = device.track;
		EckdChain c = device.chain;
		into.putInt(t.cylinder()).putInt(t.head()).putInt(t.at()).put((byte) t.orientation());
		into.put((byte) (c.extentDefined ? 1 : 0)).put((byte) c.fileMask).putInt(c.firstTrack()).putInt(c.lastTrack());
		into.putInt(c.domain).put((byte) c.operation);
	}

	static DeviceSight of(CkdImage image, ByteBuffer from, List<Fact> facts) {
		return new EckdSight(image, from).sight(facts);
	}

	private DeviceSight sight(List<Fact> facts) {
		track();
		Geometry g = image.geometry();
		facts.add(new Fact("Disk", String.format("%s, %,d cylinders of %d heads, %s", g.name(), image.cylinders(), image.heads(), image.medium().name())));
		facts.add(new Fact("Access mechanism", place(cylinder, head)));
		facts.add(new Fact("Orientation", orientation()));
		facts.add(new Fact("Extent", !extentDefined ? "none: the whole disk"
				: place(first >>> 16, first & 0xFFFF) + " to " + place(last >>> 16, last & 0xFFFF)));
		facts.add(new Fact("File mask", String.format("%02X: %s", mask, writes())));
		if (domain > 0) {
			facts.add(new Fact("Domain", operationName() + ", " + domain + (domain == 1 ? " command" : " commands") + " to come"));
		}
		return new DeviceSight.Strip(facts, "Record", List.copyOf(pieces), under, passed());
	}

	private void track() {
		Storage storage = image.storage();
		long start = image.track(cylinder, head);
		pieces.add(new Piece(Kind.BEGINNING, "HA", "home address", 0, HOME_ADDRESS, true, () -> storage.bytes(start, HOME_ADDRESS)));
		int a = HOME_ADDRESS;
		boolean more = false;
		while (!more && a + COUNT_FIELD <= image.trackSize()) {
			long count = storage.load64(start + a);
			int key = (int) (count >>> 16) & 0xFF;
			int data = (int) count & 0xFFFF;
			if (count == END_OF_TRACK || a + COUNT_FIELD + key + data > image.trackSize()) {
				break;
			}
			if (a < at && orientation != Track.INDEX) {
				under = pieces.size();
			}
			long content = start + a + COUNT_FIELD;
			int record = (int) (count >>> 24) & 0xFF;
			pieces.add(new Piece(Kind.DATA, "R" + record, String.format("%04X %04X %02X", count >>> 48, count >>> 32 & 0xFFFF, record), key, data, open(),
					() -> storage.bytes(content, key + data)));
			a += COUNT_FIELD + key + data;
			more = pieces.size() > MOST && a > at;
		}
		if (orientation == Track.END) {
			under = pieces.size();
		}
		pieces.add(new Piece(more ? Kind.MORE : Kind.END, more ? "…" : "end", more ? "records behind these" : "end of the track", 0, 0, open(),
				() -> new byte[0]));
	}

	private boolean open() {
		int track = cylinder << 16 | head;
		return !extentDefined || Integer.compareUnsigned(track, first) >= 0 && Integer.compareUnsigned(track, last) <= 0;
	}

	private Passed passed() {
		return switch (orientation) {
			case Track.COUNT -> Passed.COUNT;
			case Track.KEY -> Passed.KEY;
			default -> Passed.ALL;
		};
	}

	private String orientation() {
		String record = pieces.get(under).name();
		return switch (orientation) {
			case Track.INDEX -> "behind the home address";
			case Track.COUNT -> "behind the count of " + record;
			case Track.KEY -> "before the data of " + record;
			case Track.DATA -> "behind the data of " + record;
			default -> "at the end of the track";
		};
	}

	private static String place(int cylinder, int head) {
		return String.format("cylinder %,d, head %d", cylinder, head);
	}

	private String writes() {
		return switch (mask & WRITE_MASK) {
			case EckdChain.MASK_INHIBIT_HOME_R0 -> "no writing of home address and record 0";
			case EckdChain.MASK_INHIBIT_ALL -> "no writing";
			case EckdChain.MASK_ALLOW_ALL -> "all writing";
			default -> "no formatting";
		};
	}

	private String operationName() {
		return switch (operation & 0x3F) {
			case Domains.ORIENT -> "orient";
			case Domains.WRITE_DATA -> "write data";
			case Domains.FORMAT_WRITE -> "format write";
			case Domains.READ_DATA -> "read data";
			case Domains.WRITE_ANY -> "write any";
			case Domains.READ_ANY -> "read any";
			case Domains.WRITE_TRACK -> "write track";
			case Domains.READ_TRACKS -> "read tracks";
			case Domains.READ_TRACK_SET -> "read track set";
			case Domains.READ -> "read";
			default -> String.format("operation %02X", operation);
		};
	}
}
