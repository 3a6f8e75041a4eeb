// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ccwbench.channel.ChannelFault;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.IoInstruction;
import org.ccwbench.channel.Malfunctions;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.fault.DeviceFaults;
import org.ccwbench.notation.Failure;
import org.ccwbench.notation.FaultSpec;
import org.ccwbench.notation.Image;

/**
 * All that a text lets go wrong, on whatever path. It comes into force with the start functions, and says so to
 * channel, devices and paths when they ask.
 */
final class FaultPlan implements Malfunctions {
	private static final int ALL_PATHS = 0xFF;

	private final ChannelSubsystem css;
	private final List<Subchannel> subchannels = new ArrayList<>();
	private final List<Fault> faults = new ArrayList<>();
	private final List<List<Fault>> ofDevice = new ArrayList<>();
	private final int[] reachable;
	private final boolean needed;
	private Consumer<String> words = note -> { };
	private Consumer<String> notes = note -> { };
	private LongConsumer lockedLimit = pages -> { };
	private final List<Failure.OfStorage> changesOfStorage = new ArrayList<>();
	private final List<PathsChanged> changes = new ArrayList<>();
	private int device;
	private int commands;
	private boolean translated;

	/** Channel paths of the device of the current start function, as a mask, were lost or are there again. */
	record PathsChanged(int mask, boolean lost) {}

	FaultPlan(Image image, ChannelSubsystem css) {
		this.css = css;
		image.devices().forEach(d -> ofDevice.add(new ArrayList<>()));
		for (FaultSpec s : image.faults()) {
			Fault f = new Fault(s, this);
			faults.add(f);
			ofDevice.get(s.device()).add(f);
		}
		reachable = new int[ofDevice.size()];
		java.util.Arrays.fill(reachable, ALL_PATHS);
		needed = !faults.isEmpty() || image.starts().stream().anyMatch(s -> !s.instructions().isEmpty());
	}

	/** What goes wrong with the commands of a device; null if no statement is about it. */
	DeviceFaults commands(int of) {
		return ofDevice.get(of).isEmpty() ? null : new CommandFaults(ofDevice.get(of));
	}

	/** The devices are attached, in the order of the text. */
	void attached(List<Subchannel> in) {
		subchannels.addAll(in);
		if (needed) {
			css.malfunctions(this);
		}
	}

	/** What is to be told how many pages can be pinned at a time. */
	void lockedLimit(LongConsumer to) {
		lockedLimit = to;
	}

	/** Whether some page cannot be pinned. */
	boolean pinsFail() {
		return faults.stream().anyMatch(f -> f.spec.what() instanceof Failure.PinFails);
	}

	/** Whether the pages that can be pinned become limited. */
	boolean locksMemory() {
		return faults.stream().anyMatch(f -> f.spec.what() instanceof Failure.MemoryLocked);
	}

	/**
	 * A start function begins: what stands before it is in force.
	 *
	 * @param to    hears of each time that something goes wrong
	 * @param first hears of each fault once, and of faults that this path does not have
	 * @param stages of the path
	 * @param translated whether pages are mapped and pinned on it
	 */
	void begin(int index, int onDevice, Consumer<String> to, Consumer<String> first, List<StageInfo> stages, boolean translated) {
		device = onDevice;
		this.translated = translated;
		words = to;
		notes = first;
		commands = 0;
		for (Fault f : faults) {
			if (f.spec.start() == index) {
				comes(f);
				String missing = missing(f.spec.what(), stages, translated);
				if (missing != null) {
					notes.accept(f.words() + " does not happen here: " + missing);
				}
			}
		}
	}

	private static String missing(Failure what, List<StageInfo> stages, boolean translated) {
		String stage = what instanceof Failure.Gone g ? g.stage() : what instanceof Failure.OfStorage s ? s.stage() : null;
		if (!translated && (what instanceof Failure.OfStorage || what instanceof Failure.PinFails || what instanceof Failure.MemoryLocked)) {
			return "nothing is mapped or pinned";
		}
		return stage == null || stages.stream().anyMatch(s -> s.id().equalsIgnoreCase(stage)) ? null : "this path has no stage " + stage;
	}

	private void comes(Fault f) {
		f.inForce(true);
		switch (f.spec.what()) {
			case Failure.None n -> {
				for (Fault other : ofDevice.get(f.spec.device())) {
					other.inForce(false);
				}
				paths(f.spec.device(), ALL_PATHS);
				lockedLimit.accept(Long.MAX_VALUE);
			}
			case Failure.MemoryLocked m -> {
				f.happens();
				lockedLimit.accept(m.pages());
			}
			case Failure.NoPath n -> {
				f.happens();
				paths(f.spec.device(), reachable[f.spec.device()] & ~n.mask());
			}
			default -> {
				// waits for what it happens to
			}
		}
	}

	private void paths(int of, int mask) {
		if (of == device && mask != reachable[of]) {
			boolean lost = (reachable[of] & ~mask) != 0;
			changes.add(new PathsChanged(reachable[of] ^ mask, lost));
		}
		reachable[of] = mask;
		subchannels.get(of).reachable(mask);
	}

	/** Says something about what just happened. */
	void note(String words) {
		notes.accept(words);
	}

	void happened(Fault f, boolean forTheFirstTime) {
		words.accept(f.words());
		if (forTheFirstTime) {
			notes.accept(f.words() + " happened");
		}
	}

	/** How many commands the device of the current start function has been given since it began. */
	int commandsGiven() {
		return commands;
	}

	@Override
	public void selecting(int subchannel, int command, boolean chained) {
		int of = index(subchannel);
		commands += of == device ? 1 : 0;
		for (Fault f : ofDevice.get(of)) {
			switch (f.spec.what()) {
				case Failure.PathLost p when f.happensTo(command) -> paths(of, reachable[of] & ~p.mask());
				case Failure.ChannelCheck c when f.happensTo(command) -> subchannels.get(of).inject(check(c));
				case Failure.Gone g when g.stage() == null && f.happensTo(command) -> css.detach(subchannel);
				case Failure.OfStorage s when translated && s.stage() == null && f.happensTo(command) -> changesOfStorage.add(s);
				default -> {
					// not the channel's
				}
			}
		}
	}

	/** What happens to storage while the channel works; each is given out once. */
	List<Failure.OfStorage> storageChanges() {
		return drain(changesOfStorage);
	}

	/** Changes of channel paths that the host has not heard of; each is given out once. */
	List<PathsChanged> pathChanges() {
		return drain(changes);
	}

	private static <T> List<T> drain(List<T> from) {
		if (from.isEmpty()) {
			return List.of();
		}
		List<T> taken = List.copyOf(from);
		from.clear();
		return taken;
	}

	private static ChannelFault check(Failure.ChannelCheck c) {
		for (ChannelFault f : ChannelFault.values()) {
			if (f.subchannelStatus() == c.status()) {
				return f;
			}
		}
		throw new IllegalArgumentException("no channel check " + c.status());
	}

	@Override
	public int answer(IoInstruction instruction, int subchannel) {
		for (Fault f : ofDevice.get(index(subchannel))) {
			if (f.spec.what() instanceof Failure.Answer a && a.instruction().equals(instruction.name()) && f.happens()) {
				return a.cc();
			}
		}
		return -1;
	}

	@Override
	public long late(int subchannel) {
		for (Fault f : ofDevice.get(index(subchannel))) {
			switch (f.spec.what()) {
				case Failure.InterruptionLost l when f.happens() -> {
					return -1;
				}
				case Failure.InterruptionLate l when f.happens() -> {
					return l.micros();
				}
				default -> {
					// not about interruptions
				}
			}
		}
		return 0;
	}

	/**
	 * A stage of the current start function begins.
	 *
	 * @param change does to storage what is said
	 */
	void stageBegins(String id, Consumer<Failure.OfStorage> change) {
		for (Fault f : ofDevice.get(device)) {
			switch (f.spec.what()) {
				case Failure.Gone g when id.equalsIgnoreCase(g.stage()) && f.happens() -> css.detach(subchannels.get(device).number());
				case Failure.OfStorage s when id.equalsIgnoreCase(s.stage()) && f.happens() -> change.accept(s);
				default -> {
					// not about stages
				}
			}
		}
	}

	/** A page is about to be pinned: the (positive) error number with which that fails, or 0. */
	int pinning() {
		for (Fault f : ofDevice.get(device)) {
			if (f.spec.what() instanceof Failure.PinFails p && f.happens()) {
				return p.error();
			}
		}
		return 0;
	}

	private int index(int subchannel) {
		for (int i = 0; i < subchannels.size(); i++) {
			if (subchannels.get(i).number() == subchannel) {
				return i;
			}
		}
		return device;
	}
}
