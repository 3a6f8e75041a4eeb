// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.channel.Device;
import org.ccwbench.device.DisplayDevice;
import org.ccwbench.device.OperatorDevice;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Instruction;
import org.ccwbench.notation.Start;

/** The keyboards of consoles and displays, and who works at them: what the text says, or an attendant. */
final class Keyboards {
	private final List<Device> devices;
	private final Attendant attendant;

	/** @throws SessionException if something is to be typed at a device that has no keyboard */
	Keyboards(Image image, List<Device> devices, Attendant attendant) throws SessionException {
		this.devices = devices;
		this.attendant = attendant;
		for (Start s : image.starts()) {
			for (Instruction i : s.instructions()) {
				Device d = devices.get(s.device());
				if (i.byOperator() && !(d instanceof OperatorDevice) && !(d instanceof DisplayDevice)) {
					throw new SessionException("line " + i.line() + ": OPERATOR: a " + d.type() + " has no keyboard");
				}
				if (i.byOperator() && d instanceof OperatorDevice && i.key() != Instruction.ENTER) {
					throw new SessionException("line " + i.line() + ": OPERATOR: a " + d.type() + " has no function keys");
				}
			}
		}
	}

	/** Does what the operator does; gives it in words. */
	String operate(int device, Instruction i, BooleanSupplier cancelled) {
		String who = "OPERATOR (line " + i.line() + ")";
		if (devices.get(device) instanceof OperatorDevice console) {
			return console.enter(i.text()) ? who + " enters a line" : who + " cannot enter a line: the one before has not been read";
		}
		DisplayDevice display = (DisplayDevice) devices.get(device);
		if (attendant != null) {
			return who + (attendant.await(display, cancelled) ? ": a key was pressed at the terminal" : ": nobody pressed a key at the terminal");
		}
		int typed = display.type(i.text());
		String text = typed == i.text().length() ? "" : ", after " + typed + " of " + i.text().length() + " characters";
		return display.press(i.key()) ? String.format("%s presses the key with attention identifier %02X%s", who, i.key(), text)
				: who + " cannot press a key: the keyboard is locked";
	}

	/** A start function of a device has ended. */
	void ended(int device) {
		if (attendant != null && devices.get(device) instanceof DisplayDevice display) {
			attendant.show(display);
		}
	}
}
