// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ccwbench.arch.Commands;
import org.ccwbench.notation.DeviceSpec;
import org.ccwbench.notation.Notation;
import org.ccwbench.ui.Pictures;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Text;

/** For each device of the program another type or another image than the text says. */
final class DevicesTab extends Tab {
	private record Line(String number, Combo type, Text image) {}

	private final List<Line> lines = new ArrayList<>();
	private Composite body;
	private String of = "";

	@Override
	void create(Composite parent) {
		body = parent;
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy c) {}

	@Override
	public void initializeFrom(ILaunchConfiguration c) {
		fill(read(c, Setting.PROGRAM));
		Map<String, String> types = read(() -> c.getAttribute(Setting.TYPES, Map.of()), Map::of);
		Map<String, String> images = read(() -> c.getAttribute(Setting.IMAGES, Map.of()), Map::of);
		for (Line l : lines) {
			l.type.select(Math.max(0, l.type.indexOf(types.getOrDefault(l.number, ""))));
			l.image.setText(images.getOrDefault(l.number, ""));
		}
	}

	@Override
	public void activated(ILaunchConfigurationWorkingCopy c) {
		if (!read(c, Setting.PROGRAM).equals(of)) {
			initializeFrom(c);
		}
	}

	private void fill(String program) {
		of = program;
		lines.clear();
		for (var child : body.getChildren()) {
			child.dispose();
		}
		List<DeviceSpec> devices = devices(program);
		if (devices.isEmpty()) {
			GridDataFactory.fillDefaults().span(3, 1).applyTo(label(body, "The program has no DEVICE statement that could be changed."));
		}
		for (DeviceSpec d : devices) {
			Group group = new Group(body, SWT.NONE);
			group.setText(String.format("Device %04X: %s%s", d.number(), d.type(), d.image() == null ? ", no image" : " on " + d.image()));
			GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(group);
			GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 6).applyTo(group);
			label(group, "Type:");
			Combo type = combo(group, 2);
			List<String> types = new ArrayList<>(List.of("as in the text"));
			types.addAll(Commands.deviceTypes());
			type.setItems(types.toArray(String[]::new));
			label(group, "Image:");
			Text image = text(group, 1);
			image.setMessage("as in the text");
			Button browse = new Button(group, SWT.PUSH);
			browse.setText("Browse…");
			browse.addListener(SWT.Selection, e -> {
				String chosen = new FileDialog(getShell(), SWT.OPEN).open();
				if (chosen != null) {
					image.setText(chosen);
				}
			});
			lines.add(new Line(String.format("%04X", d.number()), type, image));
		}
		body.layout(true, true);
	}

	private static List<DeviceSpec> devices(String program) {
		Path file = ProgramFile.path(program);
		try {
			return file == null ? List.of() : Notation.assemble(file.toString(), ProgramFile.read(file).text()).devices().stream()
					.filter(d -> d.statement() != null).toList();
		} catch (CoreException e) {
			return List.of();
		}
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy c) {
		if (!read(c, Setting.PROGRAM).equals(of)) {
			return;
		}
		Map<String, String> types = new HashMap<>();
		Map<String, String> images = new HashMap<>();
		for (Line l : lines) {
			if (l.type.getSelectionIndex() > 0) {
				types.put(l.number, l.type.getText());
			}
			if (!l.image.getText().isBlank()) {
				images.put(l.number, l.image.getText().strip());
			}
		}
		c.setAttribute(Setting.TYPES, types.isEmpty() ? null : types);
		c.setAttribute(Setting.IMAGES, images.isEmpty() ? null : images);
	}

	@Override
	public String getName() {
		return "Devices";
	}

	@Override
	public Image getImage() {
		return Pictures.get(Pictures.DEVICE);
	}
}
