// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ccwbench.notation.Instruction;
import org.ccwbench.run.Check;

/**
 * The instructions that a text issues while a program runs on a real device. Nobody counts the commands of a real
 * channel, so that AFTER= counts milliseconds here; MICROS= is by the clock. vfio-ccw halts and clears; other
 * instructions are answered with condition code 2, as a monitor does.
 */
final class IssuedMeanwhile implements AutoCloseable {
	private static final int BUSY = 2;
	private static final int NOT_OPERATIONAL = 3;
	private static final int ENODEV = 19;
	private static final int EACCES = 13;

	private record Done(Instruction instruction, int cc, String words) {}

	private final List<Instruction> instructions;
	private final AttachedSubchannel subchannel;
	private final ScheduledExecutorService clock;
	private final List<Done> done = new ArrayList<>();

	/** From now on. */
	IssuedMeanwhile(List<Instruction> all, AttachedSubchannel subchannel) {
		this.subchannel = subchannel;
		instructions = all.stream().filter(i -> !i.byOperator()).toList();
		clock = instructions.isEmpty() ? null : Executors.newSingleThreadScheduledExecutor(r -> {
			Thread t = new Thread(r, "instructions meanwhile");
			t.setDaemon(true);
			return t;
		});
		for (Instruction i : instructions) {
			long micros = i.micros() >= 0 ? i.micros() : 1000L * Math.max(1, i.after());
			clock.schedule(() -> issue(i), micros, TimeUnit.MICROSECONDS);
		}
	}

	private void issue(Instruction i) {
		try {
			int rc = switch (i.name()) {
				case "HSCH" -> subchannel.halt();
				case "CSCH" -> subchannel.clear();
				default -> -1;
			};
			int cc = rc == 0 ? 0 : rc == -ENODEV || rc == -EACCES ? NOT_OPERATIONAL : BUSY;
			add(new Done(i, cc, i.name() + " (line " + i.line() + ") ends with condition code " + cc));
		} catch (AttachException e) {
			add(new Done(i, -1, i.name() + " (line " + i.line() + "): " + e.getMessage()));
		}
	}

	private synchronized void add(Done d) {
		done.add(d);
	}

	/** What was issued, in words. */
	synchronized List<String> words() {
		return done.stream().map(Done::words).toList();
	}

	/** What was expected of them, against what came. */
	synchronized List<Check> checks() {
		List<Check> checks = new ArrayList<>();
		for (Instruction i : instructions) {
			if (i.cc() >= 0) {
				Done d = done.stream().filter(x -> x.instruction == i).findFirst().orElse(null);
				String actual = d == null ? "not issued: the program ended before" : "" + d.cc;
				checks.add(new Check("condition code of " + i.name(), "" + i.cc(), actual, d != null && d.cc == i.cc(), i.line()));
			}
		}
		return checks;
	}

	/** No more of them. */
	@Override
	public void close() {
		if (clock != null) {
			clock.shutdownNow();
			try {
				clock.awaitTermination(1, TimeUnit.SECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
