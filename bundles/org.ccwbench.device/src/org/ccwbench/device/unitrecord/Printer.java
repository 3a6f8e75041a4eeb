// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.unitrecord;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.OutputDevice;

/**
 * A 1403, 3203 or 3211. The medium is the paper as text: a line feed where the carriage moves one line, a form
 * feed where it moves to a new form, a carriage return where the next line prints over this one.
 */
final class Printer extends BasicDevice implements OutputDevice {
	private static final int WRITE_WITHOUT_SPACING = 0x01;
	private static final int READ_PRINT_LINE = 0x02;
	private static final int DIAGNOSTIC_WRITE = 0x05;
	private static final int DIAGNOSTIC_GATE = 0x07;
	private static final int UNFOLD = 0x23;
	private static final int FOLD = 0x43;
	private static final int LOAD_FCB = 0x63;
	private static final int RAISE_COVER = 0x6B;
	private static final int BLOCK_DATA_CHECK = 0x73;
	private static final int ALLOW_DATA_CHECK = 0x7B;
	private static final int SKIP_TO_CHANNEL_0 = 0x83;
	private static final int UCS_GATE_LOAD = 0xEB;
	private static final int LOAD_UCS_FOLD = 0xF3;
	private static final int LOAD_UCS = 0xFB;

	/** Sense byte 0. */
	private static final int LOAD_CHECK = 0x04;
	private static final int CHANNEL_9 = 0x01;
	private static final int BLANK = 0x40;
	/** Bytes of paper that are shown again as pages. */
	private static final int SHOWN = 1 << 16;

	/**
	 * A printer model.
	 *
	 * @param type      as people write it
	 * @param buffered  whether forms control and characters are in buffers that a program loads
	 * @param width     print positions
	 * @param ucsLength bytes of the buffer for the characters of the train
	 * @param immediate whether control commands end at once, with channel end in the initial status
	 * @param senseLength how many sense bytes there are: 1 (GA24-3312), 6 (GA24-3543); 2 on the 3203
	 */
	private record Model(String type, boolean buffered, int width, int ucsLength, boolean immediate, int senseLength) {
		static final Model[] ALL = {
			new Model("1403", false, 132, 240, true, 1), new Model("3203", true, 132, 304, false, 2),
			new Model("3211", true, 150, 512, true, 6),
		};

		static Model of(String type) {
			for (Model m : ALL) {
				if (m.type.equals(type)) {
					return m;
				}
			}
			throw new IllegalArgumentException(type);
		}
	}

	private final Medium paper;
	/** What the file had that the paper goes into. */
	private final long begin;
	private final Model model;
	private final boolean buffered;
	private final int width;
	private final FormsControl form = new FormsControl();
	private final byte[] line;
	private final byte[] text;
	private final byte[] image = new byte[512];
	private int carriage = 1;
	private boolean fold;
	private boolean overprint;

	/** @param options whose type is one of the models */
	Printer(DeviceOptions options, Medium paper) {
		super(options, Model.of(options.type()).senseLength());
		this.paper = paper;
		this.begin = paper.length();
		this.model = Model.of(options.type());
		this.buffered = model.buffered;
		this.width = model.width;
		this.line = new byte[width];
		this.text = new byte[width];
	}

	@Override
	public Medium medium() {
		return paper;
	}

	@Override
	public List<List<Line>> pages() {
		long length = paper.length() - begin;
		int last = (int) Math.min(length, SHOWN);
		return PrintedPages.of(paper.bytes(begin + length - last, last), form, 1);
	}

	@Override
	protected void keep(ByteBuffer into) {
		into.putShort((short) carriage).put((byte) (fold ? 1 : 0)).put((byte) (overprint ? 1 : 0));
		form.keep(into);
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		int line = from.getShort();
		boolean folds = from.get() != 0;
		boolean over = from.get() != 0;
		return PaperSight.of(paper, begin, line, folds, over, FormsControl.kept(from), facts);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		int motion = command >> 3 & 0x1F;
		boolean moves = motion <= 3 || motion >= 0x11 && motion <= 0x1C;
		if ((command & 0x07) == 0x01 && moves) {
			return write(command, transfer, motion);
		}
		if (!model.immediate && (command & 0x03) == 0x03 && command != LOAD_FCB && command != LOAD_UCS) {
			// The 3203 takes control commands in, and asks for no byte.
			transfer.receive(image, 0, 0);
		}
		if ((command & 0x07) == 0x03 && moves && motion > 0) {
			return move(motion, true);
		}
		return other(command, transfer);
	}

	private int other(int command, Transfer transfer) {
		int gate = transfer.previousCommand();
		switch (command) {
			case NO_OPERATION, BLOCK_DATA_CHECK, ALLOW_DATA_CHECK -> {
			}
			case SENSE -> {
				return sense(transfer);
			}
			case READ_PRINT_LINE -> transfer.send(line, 0, width);
			case DIAGNOSTIC_WRITE -> {
				need(model.immediate);
				receiveLine(transfer);
			}
			case DIAGNOSTIC_GATE, RAISE_COVER -> need(buffered);
			case SKIP_TO_CHANNEL_0 -> need(buffered && model.immediate);
			case UNFOLD, FOLD -> {
				need(buffered);
				fold = command == FOLD;
			}
			case LOAD_FCB -> loadFormsControl(transfer);
			case UCS_GATE_LOAD -> need(!buffered);
			case LOAD_UCS, LOAD_UCS_FOLD -> {
				need(buffered ? command == LOAD_UCS : gate == UCS_GATE_LOAD);
				transfer.receive(image, 0, model.ucsLength);
				fold = command == LOAD_UCS_FOLD;
			}
			default -> throw check(COMMAND_REJECT);
		}
		return ENDED;
	}

	private void need(boolean has) {
		if (!has) {
			throw check(COMMAND_REJECT);
		}
	}

	private void receiveLine(Transfer transfer) {
		Arrays.fill(line, (byte) BLANK);
		transfer.receive(line, 0, width);
	}

	private int write(int command, Transfer transfer, int motion) {
		receiveLine(transfer);
		int length = width;
		while (length > 0 && (line[length - 1] == BLANK || line[length - 1] == 0)) {
			length--;
		}
		for (int i = 0; i < length; i++) {
			int c = Ebcdic.IBM037.decode(line[i] & 0xFF);
			c = c < ' ' ? ' ' : c;
			text[i] = (byte) (fold && c >= 'a' && c <= 'z' ? c - 0x20 : c);
		}
		paper.append(text, 0, length);
		int status = move(motion, false);
		overprint = command == WRITE_WITHOUT_SPACING;
		return status;
	}

	/** Spaces 0 to 3 lines, or skips to channel 1 to 12 ({@code motion} 0x11 to 0x1C). */
	private int move(int motion, boolean immediate) {
		if (motion == 0) {
			put('\r', 1);
			return ENDED;
		}
		if (motion <= 3) {
			return space(motion);
		}
		int channel = motion - 0x10;
		if (immediate && form.at(carriage) == channel && !overprint) {
			return ENDED;
		}
		overprint = false;
		int to = form.next(carriage, channel);
		if (to == 0) {
			// No such stop: the carriage runs away until the operator stops it.
			throw check(buffered ? EQUIPMENT_CHECK | DATA_CHECK : INTERVENTION_REQUIRED);
		}
		if (to <= carriage) {
			put('\f', 1);
			carriage = 1;
		}
		put('\n', to - carriage);
		carriage = to;
		return ENDED;
	}

	private int space(int count) {
		overprint = false;
		put('\n', count);
		boolean nine = false;
		boolean twelve = false;
		for (int i = 0; i < count; i++) {
			carriage = carriage % form.lines() + 1;
			nine |= form.at(carriage) == 9;
			twelve |= form.at(carriage) == 12;
		}
		int status = twelve ? ENDED | UnitStatus.UE : ENDED;
		if (nine) {
			check(CHANNEL_9);
			throw new org.ccwbench.device.UnitCheck(status | UnitStatus.UC);
		}
		return status;
	}

	private void put(char c, int count) {
		byte[] motion = image;
		Arrays.fill(motion, 0, count, (byte) c);
		paper.append(motion, 0, count);
	}

	private void loadFormsControl(Transfer transfer) {
		need(buffered);
		int got = model.immediate ? transfer.receive(image, 0, FormsControl.LONGEST + 1) : toLastLine(transfer);
		if (form.load(image, got) < 0) {
			throw check(LOAD_CHECK);
		}
		carriage = 1;
	}

	/** Takes a forms image up to the byte that ends it, so that what is left of the count counts as incorrect length. */
	private int toLastLine(Transfer transfer) {
		int n = 0;
		while (n < FormsControl.LONGEST + 1 && transfer.receive(image, n, 1) == 1) {
			n++;
			if (FormsControl.ends(image, n)) {
				break;
			}
		}
		return n;
	}
}
