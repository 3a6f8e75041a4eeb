// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongUnaryOperator;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Irb;
import org.ccwbench.storage.AddressSpace;

/**
 * One position of a recording for all who look at it, and the state that was there: storages, tables and pins
 * are taken back or forth, and what else views show is kept in step. Position n is the state before event n.
 * <p>Belongs to one thread, as the session whose state it moves; listeners are called on it.
 */
public final class History {
	private static final int LOOK_AT_CLOCK = 256;
	private final Recording recording;
	private final Scene scene;
	private final StageFold stages;
	private final TranslationFold translations = new TranslationFold();
	private final PinFold pins = new PinFold();
	private final ProgramFold program;
	private final DriverFold driver;
	private final Fold[] folds;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Event event = new Event();
	private final Event other = new Event();
	private long position;
	private boolean under;

	/** Takes the state to the beginning; the recording must have ended, with everything as after its last event. */
	History(Recording recording, Scene scene) {
		this.recording = recording;
		this.scene = scene;
		recording.move(recording.size(), 0);
		stages = new StageFold(scene.stages());
		Map<Long, Integer> expected = new LinkedHashMap<>();
		for (int i = 0; i < scene.starts().size(); i++) {
			Scene.Started s = scene.starts().get(i);
			for (long a : ProgramWalk.addresses(scene.guest(), s.cpa(), s.word())) {
				expected.putIfAbsent(a, i);
			}
		}
		program = new ProgramFold(expected, scene.direct());
		driver = new DriverFold(scene.stages());
		folds = new Fold[] {stages, translations, pins, program, driver};
	}

	/** From 0 to {@link #size()}. */
	public long position() {
		return position;
	}

	/** The last position: the number of events. */
	public long size() {
		return recording.size();
	}

	/** @throws IndexOutOfBoundsException if there is no such position */
	public void seek(long to) {
		if (to != position) {
			approach(to, Long.MAX_VALUE);
			arrived();
		}
	}

	/**
	 * Goes towards a position for about as long as {@code nanos} says, and tells nobody: until {@link #arrived()},
	 * all that can be asked is that of a place on the way.
	 *
	 * @return whether it is there
	 * @throws IndexOutOfBoundsException if there is no such position
	 */
	public boolean approach(long to, long nanos) {
		if (to < 0 || to > recording.size()) {
			throw new IndexOutOfBoundsException("position " + to + " of " + recording.size());
		}
		if (!under) {
			under = true;
			program.leave();
		}
		long begun = System.nanoTime();
		for (int n = 1; position != to; n++) {
			if (n % LOOK_AT_CLOCK == 0 && System.nanoTime() - begun > nanos) {
				return false;
			}
			if (position < to) {
				forward();
			} else {
				back();
			}
		}
		return true;
	}

	/** Tells listeners that it stays here, after {@link #approach}. */
	public void arrived() {
		under = false;
		for (Runnable l : listeners) {
			l.run();
		}
	}

	private void forward() {
		recording.log.read(position++, event);
		recording.exchange(event, true);
		for (Fold f : folds) {
			f.forward(event);
		}
	}

	private void back() {
		recording.log.read(--position, event);
		recording.exchange(event, false);
		for (Fold f : folds) {
			f.back(event);
		}
	}

	/** To look for where something happens. */
	public Search search() {
		return new Search(recording);
	}

	/** One event on ({@code dir} positive) or back; false at the end. */
	public boolean stepEvent(int dir) {
		return go(position + Integer.signum(dir));
	}

	/** To behind the next fetching or translating of a CCW, or the one before; to the end if there is none. */
	public boolean stepCcw(int dir) {
		return go(dir > 0 ? recording.nextCcw(position) : recording.previousCcw(position));
	}

	/** To behind the next beginning of a stage, or the one before; to the end if there is none. */
	public boolean stepStage(int dir) {
		return go(dir > 0 ? recording.nextStage(position) : recording.previousStage(position));
	}

	private boolean go(long to) {
		if (to < 0 || to > recording.size() || to == position) {
			return false;
		}
		seek(to);
		return true;
	}

	public Recording recording() {
		return recording;
	}

	/** All stages in their order. */
	public List<StageState> stages() {
		return stages.states();
	}

	/** The stage of the event before the position; -1 before the first. */
	public int currentStage() {
		if (position == 0) {
			return -1;
		}
		recording.log.read(position - 1, other);
		return other.stage();
	}

	/** What was done in all until here. */
	public Tally tally() {
		return stages.total();
	}

	/** Pins that are on, each counted. */
	public long pinned() {
		return stages.pinned();
	}

	/** The most pins that were on at one time until here. */
	public long peakPinned() {
		return stages.peak();
	}

	/** Every address space and register storage. The bytes change with the position. */
	public List<SpaceView> spaces() {
		return scene.spaces();
	}

	/** The address to which one of a space is mapped here, in the space below it: guest to user, user to host; -1 if it is mapped to none. */
	public long under(SpaceView space, long address) {
		return space.space() instanceof PeekSpace p ? p.under(address) : -1;
	}

	/** Whether the channel works with the guest's addresses; or else with the host's. */
	boolean guestAddresses() {
		return scene.guestAddresses();
	}

	/** Looks host absolute addresses up backwards, as it is here: the guest absolute address, or -1. */
	LongUnaryOperator guestOf() {
		return scene.guestOf().get();
	}

	/** Look-ups until here, in the order of the first time. The list follows the position: copy what must stay. */
	public List<TranslationRow> translations() {
		return translations.rows();
	}

	/** Pages that are pinned here, by guest address. */
	public List<PinRow> pins() {
		return pins.rows();
	}

	/** The guest's IRB, 96 bytes; null as long as it has none. */
	public byte[] irb() {
		long i = recording.results.below(position);
		if (i == 0) {
			return null;
		}
		recording.log.read(recording.results.get(i - 1), other);
		return recording.spaces().get(other.space).bytes(other.address, 96);
	}

	/** What that IRB is: that of command mode or of transport mode, as the ORB says. */
	public Block irbBlock() {
		return currentStart() < 0 ? Irb.BLOCK : scene.starts().get(currentStart()).word().irb();
	}

	/** Index of the start function that began last; -1 before the first. */
	public int currentStart() {
		return stages.starts() - 1;
	}

	/** The position at which a start function is over: before the next one begins, or the end. */
	public long startEnd(int index) {
		return index + 1 < recording.starts.size() ? recording.starts.get(index + 1) : recording.size();
	}

	/** The SCHIB, 52 bytes, of the guest's subchannel that the present start function is for. */
	public byte[] schib() {
		Scene.Started s = scene.starts().get(Math.max(0, currentStart()));
		return s.registers().bytes(s.schib(), 52);
	}

	/** What the driver is about; null if the path has none. */
	public DriverState driver() {
		return driver.state();
	}

	/** Guest absolute address of the CCW that was fetched or translated last; -1 if none was yet. */
	public long currentCcw() {
		long i = recording.ccws.below(position);
		if (i == 0) {
			return -1;
		}
		recording.log.read(recording.ccws.get(i - 1), other);
		return other.kind == EventKind.CCW ? program.guest(other.address) : other.address;
	}

	/** Source line, from 1, of the statement that put a byte at a guest address; 0 if none did. */
	public int line(long guestAddress) {
		return scene.line().applyAsInt(guestAddress);
	}

	/** Source line of {@link #currentCcw()}, from 1; 0 if there is none. */
	public int currentLine() {
		long ccw = currentCcw();
		return ccw == -1 ? 0 : line(ccw);
	}

	/** Every CCW of the guest's program, in the order of the chain; those found only while it ran come last. */
	public List<CcwRow> program() {
		long last = lastFetch();
		long fetched = fetched(last);
		return program.order().stream().map(a -> row(a, program.at(a), a == fetched ? last : -1)).toList();
	}

	/**
	 * Guest addresses of the rows of {@link #program()}, without reading what they are. The list follows the position:
	 * copy what must stay.
	 */
	public List<Long> programAddresses() {
		return Collections.unmodifiableList(program.order());
	}

	/** One CCW of the guest's program, by its guest absolute address; null if none is known there. */
	public CcwRow ccw(long guest) {
		ProgramFold.Entry n = program.at(guest);
		if (n == null) {
			return null;
		}
		long last = lastFetch();
		return row(guest, n, fetched(last) == guest ? last : -1);
	}

	/** Whether something happened to a CCW on the way from the position before this one, forwards or back. */
	public boolean changed(long guest) {
		return program.moved(guest);
	}

	/** The guest's CCW behind one that the channel fetched from {@code address}, or -1. */
	public long guestCcw(long address) {
		return program.guest(address);
	}

	/** Guest storage that devices have sent data into until here, by address. */
	public List<DataArea> received() {
		ReceivedAreas areas = new ReceivedAreas(guestAddresses() ? a -> a : guestOf());
		long n = recording.moves.below(position);
		for (long i = 0; i < n; i++) {
			recording.log.read(recording.moves.get(i), other);
			if (other.detail == 1) {
				areas.add(other.address, other.length);
			}
		}
		return areas.list();
	}

	private long lastFetch() {
		long i = recording.fetches.below(position);
		return i == 0 ? -1 : recording.fetches.get(i - 1);
	}

	/** Guest absolute address of the CCW that an event fetched; -1 if there is none, or it is none of the guest's. */
	private long fetched(long event) {
		if (event < 0) {
			return -1;
		}
		recording.log.read(event, other);
		return program.guest(other.address);
	}

	/** @param lastFetch the event that fetched this CCW, if it is the one that was fetched last; -1 otherwise */
	private CcwRow row(long guest, ProgramFold.Entry n, long lastFetch) {
		OrbWord orb = scene.starts().get(n.start).word();
		CcwRow.Form g = CcwForms.read(scene.guest(), guest, 0, orb);
		CcwRow.Form u = form(scene.user(), n.user, n.userCcw, orb);
		CcwRow.Form h = scene.direct() ? g : form(scene.host(), n.host, n.hostCcw, orb.host());
		int unit = -1;
		int channel = -1;
		int residual = -1;
		if (n.ends.size() > 0) {
			recording.log.read(n.ends.peek(), other);
			unit = (int) other.value;
			channel = (int) other.other;
			residual = other.length;
		}
		return new CcwRow(g, u, h, progress(n, g, lastFetch, unit, channel), n.fetched, unit, channel, residual, line(guest));
	}

	private static CcwRow.Form form(AddressSpace space, LongStack at, LongStack ccw, OrbWord orb) {
		return space == null || at.size() == 0 ? null : CcwForms.read(space, at.peek(), ccw.peek(), orb);
	}

	private Progress progress(ProgramFold.Entry n, CcwRow.Form g, long lastFetch, int unit, int channel) {
		if (n.fetched == 0) {
			return names(g, program.refusedCause()) ? Progress.FAILED : Progress.PENDING;
		}
		if (lastFetch >= 0 && n.ends.peek() < lastFetch) {
			if (program.lastStatus() < lastFetch) {
				return Progress.CURRENT;
			}
			recording.log.read(program.lastStatus(), other);
			return (other.value & 0x10) != 0 ? Progress.FAILED : Progress.DONE;
		}
		boolean bad = n.ends.size() > 0 && ((unit & 0x02) != 0 || (channel & 0x7F) != 0);
		return bad ? Progress.FAILED : Progress.DONE;
	}

	private static boolean names(CcwRow.Form f, long cause) {
		return cause != -1 && (f.address() == cause || f.indirect().stream().anyMatch(w -> w.address() == cause));
	}

	/** Called after each change of position, on the thread that changed it. */
	public void addListener(Runnable l) {
		listeners.add(l);
	}

	public void removeListener(Runnable l) {
		listeners.remove(l);
	}
}
