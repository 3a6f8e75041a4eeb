// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.attach.trace.KernelStage;
import org.ccwbench.attach.trace.KernelStages;
import org.ccwbench.channel.ChannelListener;
import org.ccwbench.notation.Start;
import org.ccwbench.run.Check;
import org.ccwbench.run.Costs;
import org.ccwbench.run.Delivered;
import org.ccwbench.run.Ending;
import org.ccwbench.run.Recording;
import org.ccwbench.run.RecordingFullException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.VfioListener;

/**
 * One start function of an attached run, in the stages of the path of Linux as far as this side of the call sees them:
 * Q stages are its own, K5 and K6 are known by what they leave; K1 to K5 by what the host's kernel tells, where it may be
 * asked. This side does as the monitor does: an ORB that does not
 * let the program be prefetched, and what the driver refuses, end in a unit exception.
 */
final class AttachedStart {
	private static final int Q1 = 0;
	private static final int Q2 = 1;
	private static final int Q3 = 2;
	private static final int Q4 = 3;
	private static final int K1 = 4;
	private static final int Q5 = 8;
	private static final int K5 = 9;
	private static final int K6 = 10;
	private static final int Q6 = 11;
	private static final int Q7 = 12;
	private static final int PREFETCH = 0x0040_0000;
	private static final int ORB = 12;
	private static final int REGIONS = 4;
	private static final int EACCES = 13;
	private static final int EBUSY = 16;
	private static final int ENODEV = 19;
	private static final int EOPNOTSUPP = 95;
	/** Costs of what happens in the host's kernel, which nobody tells. */
	private static final int UNKNOWN = -1;

	private final AttachedRig rig;
	private final int index;
	private final Recording recording;
	private final VfioListener stages;
	private final List<String> notes = new ArrayList<>();
	private final List<byte[]> irbs = new ArrayList<>();
	private final List<Check> checks = new ArrayList<>();
	private int calls;
	private int copied;

	AttachedStart(AttachedRig rig, int index) {
		this.rig = rig;
		this.index = index;
		recording = rig.recording();
		stages = recording == null ? VfioListener.NONE : recording.vfioListener();
	}

	Delivered run(BooleanSupplier cancelled) {
		if (index == 0) {
			notes.addAll(rig.notes());
		}
		try {
			if (recording != null) {
				recording.start(index);
			}
			return start(cancelled);
		} catch (RecordingFullException e) {
			notes.add(e.getMessage());
			return delivered(-1, 0, Ending.RECORDING_FULL, new byte[0]);
		} catch (AttachException e) {
			say(e.getMessage());
			return delivered(-1, 0, e instanceof RefusedException ? Ending.ENDED : Ending.CANCELLED, new byte[0]);
		}
	}

	private Delivered start(BooleanSupplier cancelled) throws AttachException {
		Start start = rig.image().starts().get(index);
		if (index == 0) {
			stage(Q1, () -> call(VfioListener.SystemCall.REGION_INFO, REGIONS, 32, 32));
			stage(Q2, () -> call(VfioListener.SystemCall.SET_IRQS, 3, 24, 0));
		}
		byte[] orb = Arrays.copyOf(start.orb(), ORB);
		stages.stageEntered(Q3);
		int word = Bytes.get32(orb, 4);
		boolean prefetch = (word & PREFETCH) != 0 || rig.options().forcePrefetch();
		Bytes.put32(orb, 4, prefetch ? word | PREFETCH : word);
		stages.stageLeft(Q3, prefetch ? 0 : -EOPNOTSUPP);
		if (!prefetch) {
			return answer(-EOPNOTSUPP, start, new byte[0]);
		}
		stages.stageEntered(Q4);
		call(VfioListener.SystemCall.PWRITE, 1, VfioRequest.IO_LENGTH, 0);
		Execution e;
		try (IssuedMeanwhile issued = new IssuedMeanwhile(start.instructions(), rig.subchannel())) {
			e = rig.subchannel().execute(List.of(), orb, (int) Math.min(Integer.MAX_VALUE, rig.options().maxMicros() / 1000 + 1), cancelled);
			issued.close();
			issued.words().forEach(this::say);
			checks.addAll(issued.checks());
		}
		List<KernelStage> kernel = recording == null ? List.of() : KernelStages.of(rig.subchannel().kernelEvents());
		kernel.stream().filter(k -> !k.id().equals("K5")).forEach(k -> kernelStage(K1 + k.id().charAt(1) - '1', k));
		stages.stageLeft(Q4, e.returnCode());
		say(String.format("%d microseconds on the host from the write of the I/O region to the last interruption", e.nanos() / 1000));
		e.unsolicited().forEach(u -> say("unsolicited status came: device status " + String.format("%02X", u[8])));
		e.notes().forEach(this::say);
		if (e.returnCode() != 0) {
			return answer(e.returnCode(), start, new byte[0]);
		}
		stage(Q5, () -> { });
		interrupted(e, kernel);
		return delivered(0, 0, ending(e.end()), sense());
	}

	/** A stage by the kernel's own word, as far as it has any. */
	private void kernelStage(int stage, KernelStage told) {
		stages.stageEntered(stage);
		recording.message(told.line());
		stages.stageLeft(stage, told.result());
	}

	private void interrupted(Execution e, List<KernelStage> kernel) {
		stages.stageEntered(K5);
		kernel.stream().filter(k -> k.id().equals("K5")).forEach(k -> recording.message(k.line()));
		ChannelListener channel = recording == null ? null : recording.channelListener();
		for (StoredBytes c : e.changed()) {
			if (rig.storage().contains(c.address(), c.bytes().length)) {
				if (channel != null) {
					channel.dataMoved(0, c.address(), c.bytes().length, true);
				}
				rig.storage().store(c.address(), c.bytes(), 0, c.bytes().length);
			}
		}
		stages.stageLeft(K5, 0);
		for (byte[] irb : e.interruptions()) {
			stage(K6, () -> call(VfioListener.SystemCall.EVENTFD, 1, 8, 0));
			stage(Q6, () -> call(VfioListener.SystemCall.PREAD, 1, 0, VfioRequest.IO_LENGTH));
			stage(Q7, () -> deliver(irb));
		}
	}

	private void deliver(byte[] irb) {
		irbs.add(irb);
		rig.irb(irb);
	}

	/** What the guest sees of a request that the driver refused. */
	private Delivered answer(int rc, Start start, byte[] sense) {
		int cc = switch (-rc) {
			case EBUSY -> 2;
			case ENODEV, EACCES -> 3;
			default -> 0;
		};
		stage(Q5, () -> {
			if (cc == 0) {
				deliver(unitException(start.cpa()));
			}
		});
		return delivered(cc, rc, Ending.ENDED, sense);
	}

	/** Start function, alert, primary, secondary, pending; unit exception, as if the first CCW had ended with it. */
	private static byte[] unitException(long cpa) {
		byte[] irb = new byte[96];
		Bytes.put32(irb, 0, 0x0000_4017);
		Bytes.put32(irb, 4, (int) cpa + 8);
		Bytes.put32(irb, 8, 0x0100_0000);
		return irb;
	}

	/** From the IRB; asked for after the last start function only, as a SENSE of the text may want them before. */
	private byte[] sense() {
		if (irbs.isEmpty() || (irbs.get(irbs.size() - 1)[8] & 0x02) == 0) {
			return new byte[0];
		}
		byte[] irb = irbs.get(irbs.size() - 1);
		if ((irb[1] & 0x02) != 0) {
			return Arrays.copyOfRange(irb, 32, 32 + Math.min(irb[17] & 0x3F, 32));
		}
		if (index < rig.image().starts().size() - 1) {
			return new byte[0];
		}
		try {
			return rig.subchannel().sense();
		} catch (AttachException e) {
			say("the device gave no sense bytes: " + e.getMessage());
			return new byte[0];
		}
	}

	private static Ending ending(Execution.End end) {
		return switch (end) {
			case ENDED, GONE -> Ending.ENDED;
			case SUSPENDED -> Ending.SUSPENDED;
			case TIME_OVER -> Ending.HALTED;
			case CANCELLED -> Ending.CANCELLED;
		};
	}

	private Delivered delivered(int cc, int rc, Ending ending, byte[] sense) {
		Costs costs = new Costs(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, copied, calls, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
		return new Delivered(cc, 0, rc, irbs, sense, ending, costs, notes, checks);
	}

	private void call(VfioListener.SystemCall call, int times, int in, int out) {
		for (int i = 0; i < times; i++) {
			calls++;
			copied += in + out;
			stages.systemCall(call, in, out);
		}
	}

	private void stage(int stage, Runnable what) {
		stages.stageEntered(stage);
		what.run();
		stages.stageLeft(stage, 0);
	}

	private void say(String sentence) {
		String words = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
		notes.add(words);
		if (recording != null) {
			recording.message(words);
		}
	}
}
