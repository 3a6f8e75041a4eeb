// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ccwbench.arch.Ebcdic;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.Medium;
import org.ccwbench.device.OperatorDevice;
import org.ccwbench.device.OutputDevice;
import org.ccwbench.storage.Bytes;

/**
 * A console printer-keyboard; its medium is the paper as text. READ INQUIRY waits until the operator has
 * typed a line; a line that nothing waits for raises attention. One sense byte.
 */
final class Console extends BasicDevice implements OperatorDevice, OutputDevice {
	private static final int WRITE = 0x01;
	private static final int WRITE_CARRIER_RETURN = 0x09;
	private static final int READ_INQUIRY = 0x0A;
	private static final int ALARM = 0x0B;
	private static final int SENSE_ID = 0xE4;
	private static final int PIECE = 256;
	private static final int LONGEST_LINE = 150;
	private static final int SHOWN = 1 << 16;

	private final Medium paper;
	private final long begin;
	private final byte[] identity = new byte[7];
	private final byte[] buffer = new byte[PIECE];
	private byte[] typed;
	private Transfer waiting;

	Console(DeviceOptions options, Medium paper) {
		super(options, 1);
		this.paper = paper;
		this.begin = paper.length();
		int unit = Integer.parseInt(options.type().substring(0, 4), 16);
		Bytes.put32(identity, 0, 0xFF << 24 | unit << 8);
		Bytes.put16(identity, 4, unit);
	}

	@Override
	public Medium medium() {
		return paper;
	}

	@Override
	public List<List<Line>> pages() {
		int length = (int) Math.min(paper.length() - begin, SHOWN);
		String text = new String(paper.bytes(paper.length() - length, length), StandardCharsets.ISO_8859_1);
		List<Line> lines = new ArrayList<>();
		text.lines().forEach(l -> lines.add(new Line(lines.size() + 1, 0, l.stripTrailing(), List.of())));
		return lines.isEmpty() ? List.of() : List.of(lines);
	}

	@Override
	protected void keep(ByteBuffer into) {
		into.put((byte) (waiting != null ? 1 : 0)).put((byte) (typed != null ? 1 : 0));
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		boolean reads = from.get() != 0;
		boolean entered = from.get() != 0;
		facts.add(new DeviceSight.Fact("Keyboard", reads ? "a program waits for a line" : entered ? "a line was typed, and no program has read it yet" : "nothing is typed, nobody waits"));
		int length = (int) Math.min(paper.length() - begin, SHOWN);
		long from0 = paper.length() - length;
		String text = new String(paper.bytes(from0, length), StandardCharsets.ISO_8859_1);
		List<DeviceSight.Line> lines = new ArrayList<>();
		for (int at = 0; at < text.length();) {
			int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
			long place = from0 + at;
			int n = end - at;
			lines.add(new DeviceSight.Line(Integer.toString(lines.size() + 1), "", text.substring(at, end).stripTrailing(), () -> paper.bytes(place, n)));
			at = end + 1;
		}
		return new DeviceSight.Lines(facts, "Line", true, lines, lines.size() - 1);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		switch (command) {
			case NO_OPERATION -> {
				return ENDED;
			}
			case ALARM -> {
				print((byte) 0x07);
				return ENDED;
			}
			case WRITE, WRITE_CARRIER_RETURN -> {
				write(transfer);
				if (command == WRITE_CARRIER_RETURN) {
					print((byte) '\n');
				}
				return ENDED;
			}
			case READ_INQUIRY -> {
				waiting = transfer;
				return typed == null ? 0 : hand();
			}
			case SENSE -> {
				return sense(transfer);
			}
			case SENSE_ID -> {
				transfer.send(identity, 0, identity.length);
				return ENDED;
			}
			default -> throw check(COMMAND_REJECT);
		}
	}

	private void write(Transfer transfer) {
		int n;
		do {
			n = transfer.receive(buffer, 0, PIECE);
			for (int i = 0; i < n; i++) {
				buffer[i] = (byte) Ebcdic.IBM037.decode(buffer[i] & 0xFF);
			}
			paper.append(buffer, 0, n);
		} while (n == PIECE);
	}

	private void print(byte b) {
		buffer[0] = b;
		paper.append(buffer, 0, 1);
	}

	/** Gives the typed line to the read that waits. */
	private int hand() {
		waiting.send(typed, 0, typed.length);
		waiting = null;
		typed = null;
		return ENDED;
	}

	@Override
	public boolean enter(String line) {
		if (typed != null) {
			return false;
		}
		String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
		StringBuilder known = new StringBuilder(text);
		for (int i = 0; i < known.length(); i++) {
			if (known.charAt(i) > 0xFF) {
				known.setCharAt(i, ' ');
			}
		}
		typed = Ebcdic.IBM037.encode(known.toString());
		boolean wanted = waiting != null;
		int status = wanted ? hand() : UnitStatus.ATTN;
		settle();
		port().present(status);
		return true;
	}

	@Override
	public boolean waiting() {
		return waiting != null;
	}

	@Override
	public void chainEnded() {
		super.chainEnded();
		waiting = null;
		settle();
	}

	@Override
	public void reset() {
		super.reset();
		waiting = null;
		typed = null;
		settle();
	}
}
