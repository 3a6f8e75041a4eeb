// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.util.List;

import org.ccwbench.arch.Commands;
import org.ccwbench.notation.HexCcws;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Notation;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The digits, the format and the device; below, the program that becomes of them. */
final class HexPage extends WizardPage {
	/** Far more than any trace prints of one program. */
	private static final int MOST = 4096;
	/** A text without labels. */
	private static final Image NO_LABELS = Notation.assemble("", "");
	private Text digits;
	private Combo format;
	private Combo device;
	private Text preview;
	private String program = "";

	HexPage() {
		super("hex");
		setTitle("CCWs in hexadecimal");
		setDescription("Paste them from a trace, a dump or a mail: eight bytes each, in any grouping, with or without addresses before them.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(4).applyTo(body);
		digits = area(body, SWT.NONE);
		new Label(body, SWT.NONE).setText("&Format:");
		format = new Combo(body, SWT.READ_ONLY);
		format.setItems("0", "1");
		format.select(1);
		new Label(body, SWT.NONE).setText("&Device:");
		device = new Combo(body, SWT.READ_ONLY);
		device.setItems(Commands.deviceTypes().stream().sorted().toArray(String[]::new));
		device.setText("3390");
		preview = area(body, SWT.READ_ONLY);
		digits.addListener(SWT.Modify, e -> make());
		format.addListener(SWT.Selection, e -> make());
		device.addListener(SWT.Selection, e -> make());
		setControl(body);
		make();
		setErrorMessage(null);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			digits.setFocus();
		}
	}

	private static Text area(Composite body, int style) {
		Text text = new Text(body, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | style);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().span(4, 1).grab(true, true).hint(560, 130).applyTo(text);
		return text;
	}

	private void make() {
		List<Long> ccws = HexCcws.read(digits.getText());
		String wrong = ccws.isEmpty() ? "There are no eight bytes in hexadecimal, such as 63400010 00010018."
				: ccws.size() > MOST ? ccws.size() + " CCWs are more than a program may have here (" + MOST + ")." : null;
		program = wrong == null ? text(ccws, format.getSelectionIndex() == 1, device.getText()) : "";
		preview.setText(program);
		setErrorMessage(wrong);
		setPageComplete(wrong == null);
	}

	private static String text(List<Long> ccws, boolean format1, String type) {
		StringBuilder out = new StringBuilder("* CCWs as they were printed somewhere; their data are not known.\n");
		out.append("         DEVICE 0.0.0120,TYPE=").append(type).append('\n');
		out.append("         STORAGE 16M\n");
		out.append("         ORG   X'10000'\n");
		boolean first = true;
		for (long ccw : ccws) {
			String line = HexCcws.line(ccw, format1, type, NO_LABELS);
			out.append(first ? "PROG" + line.substring(4) : line).append('\n');
			first = false;
		}
		return out.append("         ORB   CPA=PROG,FMT=").append(format1 ? 1 : 0).append('\n').toString();
	}

	/** The text that the file begins with. */
	String program() {
		return program;
	}
}
