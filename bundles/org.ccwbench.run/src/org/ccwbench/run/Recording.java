// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ccwbench.channel.ChannelListener;
import org.ccwbench.storage.PageTable;
import org.ccwbench.storage.PinTable;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.VfioListener;

/**
 * The append-only list of everything that happened in a session. Position n, from 0 to {@link #size()}, is the
 * state before event n. An event takes 40 bytes and the bytes that it replaced, off the Java heap.
 * <p>Undoing exchanges the replaced bytes with storage, so that the recording then holds the new ones and
 * redoing exchanges again; nothing is executed twice. Not thread-safe; only {@link #progress()} may be asked
 * while another thread records.
 */
public final class Recording implements AutoCloseable {
	/** Bytes kept unless a session says otherwise. */
	public static final long DEFAULT_LIMIT = 4L << 30;
	private static final int MOST_TEXTS = 1 << 16;

	private final Chunks.Budget budget = new Chunks.Budget();
	final EventLog log;
	final LongLog ccws = new LongLog(budget);
	final LongLog fetches = new LongLog(budget);
	final LongLog moves = new LongLog(budget);
	final LongLog starts = new LongLog(budget);
	final LongLog stages = new LongLog(budget);
	final LongLog results = new LongLog(budget);
	long currentCcw = -1;
	private int stage = -1;
	private final int[] within = new int[64];
	private int depth;
	private final List<Storage> spaces = new ArrayList<>();
	private final List<PageTable> tables = new ArrayList<>();
	private final List<PinTable> pins = new ArrayList<>();
	private final List<String> texts = new ArrayList<>();
	private final Map<String, Integer> textNumbers = new HashMap<>();
	private final ChannelRecorder channel = new ChannelRecorder(this);
	private final VfioRecorder vfio = new VfioRecorder(this);
	private final DmaMap.Listener dmaListener = new DmaMap.Listener() {
		@Override
		public void mapping(long iova, long user, long length, int permissions) {
			add(EventKind.DMA_MAP, 0, permissions, 0, iova, user, length, 0);
		}

		@Override
		public void unmapping(long iova, long user, long length, int permissions) {
			add(EventKind.DMA_UNMAP, 0, permissions, 0, iova, user, length, 0);
		}
	};
	private DmaMap dmaMap;
	private final byte[] mine = new byte[EventLog.LONGEST];
	private final Event event = new Event();
	private Consumer<String> notes = words -> { };
	private boolean closed;

	public Recording() {
		this(DEFAULT_LIMIT);
	}

	/** @param limit largest number of bytes to keep; a session that needs more ends with {@link RecordingFullException} */
	public Recording(long limit) {
		log = new EventLog(limit, budget);
	}

	/** Records every change of a storage from now on. */
	public int watch(Storage space) {
		space.journal(new StateJournal(this, index(spaces, space)));
		return spaces.size() - 1;
	}

	/** Records every change of a page table from now on. */
	public int watch(PageTable table) {
		table.journal(new StateJournal(this, index(tables, table)));
		return tables.size() - 1;
	}

	/** Records every change of pin counts from now on. */
	public int watch(PinTable table) {
		table.journal(new StateJournal(this, index(pins, table)));
		return pins.size() - 1;
	}

	/** Records every change of a DMA map from now on; a recording watches one. */
	public void watch(DmaMap map) {
		if (dmaMap != null) {
			throw new IllegalArgumentException("a recording watches one DMA map");
		}
		dmaMap = map;
		map.addListener(dmaListener);
	}

	/** What a channel subsystem must be given as its listener to be recorded. */
	public ChannelListener channelListener() {
		return channel;
	}

	/** What a path's machine must be given as its listener to be recorded. */
	public VfioListener vfioListener() {
		return vfio;
	}

	/** The number of events. */
	public long size() {
		return log.size();
	}

	/** About how many events there are, for another thread that shows progress. */
	public long progress() {
		return log.progress();
	}

	/** Bytes kept: events and what they replaced. */
	public long bytes() {
		return log.size() * EventLog.EVENT_BYTES + log.replacedBytes();
	}

	/** Whether it came to its limit and the session was ended for that. */
	public boolean full() {
		return log.full();
	}

	/** The storages that are watched, by the index that events carry. */
	public List<Storage> spaces() {
		return List.copyOf(spaces);
	}

	/** The page tables that are watched. */
	public List<PageTable> tables() {
		return List.copyOf(tables);
	}

	/** The pin tables that are watched. */
	public List<PinTable> pinTables() {
		return List.copyOf(pins);
	}

	/** Reads event n. @throws IndexOutOfBoundsException if there is none */
	public void read(long n, Event into) {
		log.read(n, into);
	}

	/** The text that an event's detail names. */
	public String text(int number) {
		return texts.get(number);
	}

	/** The bytes that a STORE event keeps: before it is undone those that were replaced, afterwards those that replaced them. */
	public byte[] kept(Event store) {
		byte[] b = new byte[store.length];
		log.replaced(store.other, b, store.length);
		return b;
	}

	/** One line for people about event n. */
	public String describe(long n) {
		Event e = new Event();
		read(n, e);
		return Describe.event(this, e);
	}

	/** The first position after {@code from} that stands behind the fetching or translating of a CCW; {@link #size()} if there is none. */
	public long nextCcw(long from) {
		return next(ccws, from);
	}

	/** The last such position before {@code from}, or 0. */
	public long previousCcw(long from) {
		return previous(ccws, from);
	}

	/** As {@link #nextCcw}, behind the beginning of a stage. */
	public long nextStage(long from) {
		return next(stages, from);
	}

	/** As {@link #previousCcw}, for stages. */
	public long previousStage(long from) {
		return previous(stages, from);
	}

	private long next(LongLog of, long from) {
		long i = of.below(from);
		return i < of.size() ? of.get(i) + 1 : size();
	}

	private static long previous(LongLog of, long from) {
		long i = of.below(from - 1);
		return i > 0 ? of.get(i - 1) + 1 : 0;
	}

	void add(EventKind kind, int space, int detail, int length, long address, long value, long other, long cause) {
		log.add(kind, stage, space, detail, length, address, value, other, cause);
	}

	/** A stage is over; what follows belongs to the one within which it was. */
	void leave(int stageIndex, int result) {
		add(EventKind.STAGE_LEFT, 0, stageIndex, 0, 0, result, 0, 0);
		if (stageIndex == stage && depth > 0) {
			stage = within[--depth];
		}
	}

	/** A start function of the image begins. */
	public void start(int index) {
		stage = -1;
		depth = 0;
		starts.add(log.size());
		add(EventKind.START, 0, index, 0, 0, 0, 0, 0);
	}

	void enter(int stageIndex) {
		if (depth < within.length) {
			within[depth++] = stage;
		}
		stage = stageIndex;
		stages.add(log.size());
		add(EventKind.STAGE, 0, stageIndex, 0, 0, 0, 0, 0);
	}

	/** Who else is to hear what a path notes for people. */
	void notes(Consumer<String> to) {
		notes = to;
	}

	Consumer<String> notes() {
		return notes;
	}

	/** Says something for people at this place of the recording. */
	public void message(String text) {
		add(EventKind.MESSAGE, 0, number(text), 0, 0, 0, 0, 0);
	}

	/** The guest has its IRB, at an address of a watched storage. */
	public void result(int space, long address) {
		results.add(log.size());
		add(EventKind.RESULT, space, 0, 0, address, 0, 0, 0);
	}

	/** The number of a text; texts are few and repeated, further ones beyond a bound all become "…". */
	int number(String text) {
		Integer known = textNumbers.get(text);
		if (known != null) {
			return known;
		}
		String kept = texts.size() < MOST_TEXTS - 1 ? text : "…";
		int n = texts.size() < MOST_TEXTS ? texts.size() : MOST_TEXTS - 1;
		if (n == texts.size()) {
			texts.add(kept);
			textNumbers.put(kept, n);
		}
		return n;
	}

	/** Takes one state-changing event back, or makes its change again; others do nothing. */
	void exchange(Event e, boolean forward) {
		switch (e.kind) {
			case STORE -> {
				log.replaced(e.other, mine, e.length);
				spaces.get(e.space).exchange(e.address, mine, 0, e.length);
				log.replace(e.other, mine, e.length);
			}
			case KEY -> spaces.get(e.space).restoreKey(e.address, (int) (forward ? e.other : e.value));
			case MAP -> tables.get(e.space).restore(e.address, forward ? e.other : e.value);
			case PIN -> pins.get(e.space).restore(e.address, (int) (forward ? e.value : -e.value));
			case DMA_MAP, DMA_UNMAP -> {
				if (forward == (e.kind == EventKind.DMA_MAP)) {
					dmaMap.restoreMapped(e.address, e.value, e.other, e.detail);
				} else {
					dmaMap.restoreUnmapped(e.address);
				}
			}
			default -> { }
		}
	}

	/**
	 * Takes what is watched from one position to another, without a {@link History}. It must not have changed
	 * otherwise, and recording must not go on from anywhere but the end.
	 */
	public void move(long from, long to) {
		for (long n = from; n < to; n++) {
			log.read(n, event);
			exchange(event, true);
		}
		for (long n = from - 1; n >= to; n--) {
			log.read(n, event);
			exchange(event, false);
		}
	}

	/** Ends recording: what was watched goes on unrecorded. */
	void stop() {
		for (Storage s : spaces) {
			s.journal(org.ccwbench.storage.Journal.NONE);
		}
		for (PageTable t : tables) {
			t.journal(org.ccwbench.storage.Journal.NONE);
		}
		for (PinTable p : pins) {
			p.journal(org.ccwbench.storage.Journal.NONE);
		}
		if (dmaMap != null) {
			dmaMap.removeListener(dmaListener);
		}
		log.publish();
	}

	private static <T> int index(List<T> list, T fresh) {
		if (list.size() == 256) {
			throw new IllegalArgumentException("a recording watches at most 256 objects of a kind");
		}
		list.add(fresh);
		return list.size() - 1;
	}

	@Override
	public void close() {
		if (closed) {
			return;
		}
		closed = true;
		stop();
		try {
			log.close();
			ccws.close();
			fetches.close();
			starts.close();
			moves.close();
			stages.close();
			results.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
