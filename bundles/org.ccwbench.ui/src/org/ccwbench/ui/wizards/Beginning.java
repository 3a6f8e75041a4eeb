// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.wizards;

import java.nio.file.Path;
import java.util.List;

import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

/** What a new program begins with: something that runs, or a device for which nothing is written yet. */
final class Beginning {
	private static final String PROPOSED = "1403";
	private final Button empty;
	private final Combo device;

	Beginning(Composite parent) {
		Group group = new Group(parent, SWT.NONE);
		group.setText("Begin with");
		GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 6).spacing(8, 6).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		Button lines = new Button(group, SWT.RADIO);
		lines.setText("A program that &prints two lines");
		lines.setSelection(true);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(lines);
		empty = new Button(group, SWT.RADIO);
		empty.setText("&Nothing but a device of type");
		device = new Combo(group, SWT.READ_ONLY);
		List<String> types = types();
		device.setItems(types.toArray(String[]::new));
		device.select(Math.max(0, types.indexOf(PROPOSED)));
		device.setEnabled(false);
		device.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = "Type of the device";
			}
		});
		empty.addListener(SWT.Selection, e -> device.setEnabled(empty.getSelection()));
	}

	/** The types that can be made without an image, which a new file cannot know. */
	private static List<String> types() {
		return Devices.types().stream().filter(t -> {
			try {
				Devices.create(DeviceOptions.of(t, 0x120, (Path) null, ""));
				return true;
			} catch (ImageException needed) {
				return false;
			}
		}).toList();
	}

	String text() {
		return Template.text(empty.getSelection() ? device.getText() : null);
	}
}
