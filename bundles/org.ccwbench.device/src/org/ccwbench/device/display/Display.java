// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.display;

import java.nio.ByteBuffer;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.Medium;

/** A 3278 or 3279 on a local 3274: writes and reads the screen buffer; one sense byte. */
final class Display extends BasicDevice implements DisplayDevice {
	private static final int WRITE = 0x01;
	private static final int READ_BUFFER = 0x02;
	private static final int ERASE_WRITE = 0x05;
	private static final int READ_MODIFIED = 0x06;
	private static final int ERASE_WRITE_ALTERNATE = 0x0D;
	private static final int ERASE_ALL_UNPROTECTED = 0x0F;
	private static final int WRITE_STRUCTURED_FIELD = 0x11;
	private static final int SENSE_ID = 0xE4;
	/** SELECT commands: the data stays where it is, in the buffer that we have. */
	private static final int[] SELECT = {0x0B, 0x1B, 0x2B, 0x3B, 0x4B};
	/** Microseconds between a question and the attention for its answer. */
	private static final int ANSWER_TIME = 1000;
	/** Sense byte 0, bit 7: an order or address is invalid. */
	private static final int OPERATION_CHECK = 0x01;

	private final Screen screen;
	private final DataStream stream;
	private final StructuredFields fields;
	private final Inbound inbound;
	private final boolean off;
	private final boolean basic;
	private final int model;
	private final byte[] identity;
	private final byte[] buffer = new byte[1 << 16];
	private long changes;
	private int alarmsShown;

	Display(DeviceOptions options, int model, Screen screen) {
		super(options, 1);
		this.model = model;
		this.screen = screen;
		this.stream = new DataStream(screen);
		this.fields = new StructuredFields(screen, stream);
		this.inbound = new Inbound(screen);
		this.off = options.has("off");
		this.basic = options.has("basic");
		this.identity = new byte[] {(byte) 0xFF, 0x32, 0x74, 0x1D, 0x32, 0x78, (byte) model};
	}

	@Override
	protected int run(int command, Transfer transfer) {
		if (command == SENSE) {
			return sense(transfer);
		}
		if (command == SENSE_ID) {
			transfer.send(identity, 0, identity.length);
			return ENDED;
		}
		if (off) {
			check(INTERVENTION_REQUIRED);
			throw new org.ccwbench.device.UnitCheck(UnitStatus.UC);
		}
		switch (command) {
			case NO_OPERATION -> {
			}
			case WRITE, ERASE_WRITE, ERASE_WRITE_ALTERNATE -> write(command, transfer);
			case READ_BUFFER, READ_MODIFIED -> {
				if (!transfer.chained()) {
					stream.address(0);
				}
				read(command, transfer);
			}
			case ERASE_ALL_UNPROTECTED -> {
				changes++;
				stream.eraseAllUnprotected();
			}
			case WRITE_STRUCTURED_FIELD -> writeStructuredField(transfer);
			default -> {
				boolean select = false;
				for (int s : SELECT) {
					select |= s == command;
				}
				if (!select) {
					throw check(COMMAND_REJECT);
				}
			}
		}
		return ENDED;
	}

	private void read(int command, Transfer transfer) {
		if (screen.aid() == QueryReply.AID) {
			byte[] answer = fields.answer();
			transfer.send(answer, 0, answer.length);
			screen.aid(Screen.NO_AID);
			return;
		}
		int n = command == READ_BUFFER ? inbound.readBuffer(buffer, stream.address()) : inbound.readModified(buffer);
		transfer.send(buffer, 0, n);
	}

	private void writeStructuredField(Transfer transfer) {
		int length = transfer.receive(buffer, 0, buffer.length);
		changes++;
		if (basic || !fields.write(buffer, length)) {
			throw check(OPERATION_CHECK);
		}
		if (fields.asked()) {
			screen.aid(QueryReply.AID);
			port().after(ANSWER_TIME, () -> {
				if (screen.aid() == QueryReply.AID) {
					port().present(UnitStatus.ATTN);
				}
			});
		}
	}

	private void write(int command, Transfer transfer) {
		changes++;
		int length = transfer.receive(buffer, 0, buffer.length);
		if (command != WRITE) {
			screen.erase(command == ERASE_WRITE_ALTERNATE);
			stream.address(0);
		} else if (!transfer.chained()) {
			stream.address(screen.cursor());
		}
		if (!stream.write(buffer, 0, length)) {
			throw check(OPERATION_CHECK);
		}
	}

	@Override
	public Medium medium() {
		return screen.medium();
	}

	/** All that is seen lies in the medium. */
	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		return ScreenSight.of(screen, model, facts);
	}

	@Override
	public int rows() {
		return screen.rows();
	}

	@Override
	public int columns() {
		return screen.columns();
	}

	@Override
	public char at(int position) {
		int c = screen.isAttribute(position) ? 0 : screen.at(position);
		return c == 0 ? ' ' : Ebcdic.printable(c);
	}

	@Override
	public int attribute(int position) {
		int field = screen.field(position);
		return field < 0 ? -1 : screen.at(field);
	}

	@Override
	public boolean startsField(int position) {
		return screen.isAttribute(position);
	}

	@Override
	public int highlighting(int position) {
		return attribute(position, ExtendedAttribute.HIGHLIGHTING);
	}

	@Override
	public int colour(int position) {
		return attribute(position, ExtendedAttribute.COLOUR);
	}

	/** An extended attribute of a character, or else of its field. */
	private int attribute(int position, int index) {
		int own = screen.extended(position, index);
		int field = own != 0 ? -1 : screen.field(position);
		return field < 0 ? own : screen.extended(field, index);
	}

	@Override
	public long changes() {
		return changes;
	}

	@Override
	public byte[] show() {
		boolean alarm = screen.alarms() != alarmsShown;
		alarmsShown = screen.alarms();
		return TerminalStream.show(screen, alarm);
	}

	@Override
	public boolean answer(byte[] record) {
		if (screen.locked()) {
			return false;
		}
		int aid = TerminalStream.answer(screen, record);
		if (aid >= 0) {
			attention(aid);
		}
		return aid >= 0;
	}

	@Override
	public int model() {
		return model;
	}

	@Override
	public int cursor() {
		return screen.cursor();
	}

	@Override
	public boolean locked() {
		return screen.locked();
	}

	@Override
	public void move(int position) {
		if (position >= 0 && position < screen.size()) {
			screen.cursor(position);
		}
	}

	@Override
	public int type(String text) {
		for (int i = 0; i < text.length(); i++) {
			int position = screen.cursor();
			int field = screen.field(position);
			boolean free = field < 0 || field != position && (screen.at(field) & Screen.PROTECTED) == 0;
			if (screen.locked() || !free || text.charAt(i) > 0xFF) {
				return i;
			}
			screen.type(position, Ebcdic.IBM037.encode(text.substring(i, i + 1))[0] & 0xFF);
			if (field >= 0) {
				screen.putAttribute(field, screen.at(field) | Screen.MODIFIED);
			}
			screen.cursor(screen.after(position));
		}
		return text.length();
	}

	@Override
	public boolean press(int attentionIdentifier) {
		if (screen.locked()) {
			return false;
		}
		if (attentionIdentifier == CLEAR) {
			screen.erase(false);
		}
		attention(attentionIdentifier);
		return true;
	}

	private void attention(int identifier) {
		screen.aid(identifier);
		screen.lock(true);
		port().present(UnitStatus.ATTN);
	}

	@Override
	public void reset() {
		super.reset();
		if (screen.aid() == QueryReply.AID) {
			screen.aid(Screen.NO_AID);
		}
	}
}
