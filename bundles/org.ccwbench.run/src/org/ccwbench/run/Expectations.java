// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.arch.Hex;
import org.ccwbench.notation.Expectation;
import org.ccwbench.notation.Expected;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Start;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.vfio.Errno;

/** Holds what a text expects against what came. */
final class Expectations {
	private static final String NO_IRB = "no IRB";

	private final Image image;
	private final AddressSpace guest;
	private final String path;

	/** @param path of the session, "direct" among them */
	Expectations(Image image, AddressSpace guest, String path) {
		this.image = image;
		this.guest = guest;
		this.path = path;
	}

	/** Every expectation of a start function that applies, in order. */
	List<Check> check(Start start, Delivered d) {
		List<Check> checks = new ArrayList<>();
		for (Expectation e : start.expectations()) {
			if (e.appliesTo(path)) {
				Check c = check(e, d);
				if (c != null) {
					checks.add(c);
				}
			}
		}
		checks.addAll(d.checks());
		return checks;
	}

	/** Null where the expectation says nothing about this run. */
	private Check check(Expectation e, Delivered d) {
		List<byte[]> irbs = d.irbs();
		boolean none = irbs.isEmpty();
		return switch (e.what()) {
			case Expected.ConditionCode x -> text(e, "condition code", "" + x.cc(), conditionCode(d));
			case Expected.DeferredCode x -> text(e, "deferred condition code", "" + x.cc(), none ? NO_IRB : "" + StatusBytes.deferred(irbs));
			case Expected.DeviceStatus x -> text(e, "device status", hex(x.status()), none ? NO_IRB : hex(StatusBytes.device(irbs)));
			case Expected.SubchannelStatus x -> text(e, "subchannel status", hex(x.status()), none ? NO_IRB : hex(StatusBytes.subchannel(irbs)));
			case Expected.ResidualCount x -> text(e, "residual count", "" + x.count(), none ? NO_IRB : "" + StatusBytes.residual(irbs));
			case Expected.ProgramAddress x -> text(e, "channel-program address", address(x.address()), none ? NO_IRB : address(StatusBytes.programAddress(irbs)));
			case Expected.SenseData x -> text(e, "sense data", Hex.of(x.begins()),
					d.sense().length == 0 ? "none" : Hex.of(Arrays.copyOf(d.sense(), Math.min(x.begins().length, d.sense().length))));
			case Expected.Content x -> content(e, x);
			case Expected.Interruption x -> text(e, "interruption", x.came() ? "one" : NO_IRB, none ? NO_IRB : "one");
			case Expected.StatusWord x -> text(e, "SCSW", Hex.words(x.scsw(), 0, 12), none ? NO_IRB : Hex.words(StatusBytes.last(irbs), 0, 12));
			case Expected.ReturnCode x -> direct() ? null : text(e, "return code", Errno.text(x.code()), Errno.text(d.returnCode()));
			case Expected.Pins x -> direct() || d.costs().pins() < 0 ? null : text(e, "pins", "" + x.pins(), "" + d.costs().pins());
		};
	}

	private boolean direct() {
		return path.equals(SimulatedBackend.DIRECT);
	}

	private Check content(Expectation e, Expected.Content x) {
		int n = x.bytes().length;
		String name = "storage at " + image.name(x.address());
		if (!guest.contains(x.address(), n)) {
			return new Check(name, Hex.of(x.bytes()), "no storage", false, e.line());
		}
		byte[] is = guest.bytes(x.address(), n);
		return new Check(name, Hex.of(x.bytes()), Hex.of(is), Arrays.equals(is, x.bytes()), e.line());
	}

	private static Check text(Expectation e, String name, String expected, String actual) {
		return new Check(name, expected, actual, expected.equals(actual), e.line());
	}

	private static String conditionCode(Delivered d) {
		return d.programInterruption() != 0 ? String.format("program interruption %04X", d.programInterruption())
				: d.conditionCode() < 0 ? "none" : "" + d.conditionCode();
	}

	private static String hex(int status) {
		return String.format("%02X", status);
	}

	private static String address(long a) {
		return String.format("%08X", a);
	}
}
