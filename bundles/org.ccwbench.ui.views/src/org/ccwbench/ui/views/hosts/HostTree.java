// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.util.stream.Collectors;

import org.ccwbench.attach.devices.ChannelPath;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.devices.Use;
import org.ccwbench.ui.Pictures;
import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;

/** Hosts, and below each its subchannels. */
final class HostTree extends LabelProvider implements ITreeContentProvider, ITableLabelProvider {
	/** A subchannel of a host. */
	record Row(KnownHost host, Subchannel subchannel) {}

	/** Titles and widths, in pixels. */
	static final String[] TITLES = { "Host, device", "Subchannel", "Control unit", "Type", "Driver", "Channel paths", "Held by" };
	static final int[] WIDTHS = { 170, 90, 90, 80, 130, 150, 320 };

	@Override
	public Object[] getElements(Object book) {
		return ((HostBook) book).hosts().toArray();
	}

	@Override
	public Object[] getChildren(Object of) {
		return of instanceof KnownHost h ? h.devices().stream().map(s -> new Row(h, s)).toArray() : new Object[0];
	}

	@Override
	public Object getParent(Object of) {
		return of instanceof Row r ? r.host() : null;
	}

	@Override
	public boolean hasChildren(Object of) {
		return of instanceof KnownHost h && !h.devices().isEmpty();
	}

	@Override
	public Image getColumnImage(Object of, int column) {
		return column == 0 && of instanceof Row ? Pictures.get(Pictures.DEVICE) : null;
	}

	@Override
	public String getColumnText(Object of, int column) {
		if (of instanceof KnownHost h) {
			return column == 0 ? h.name() : column == TITLES.length - 1 ? h.trouble() == null ? String.join("; ", h.description()) : h.trouble() : "";
		}
		Subchannel s = ((Row) of).subchannel();
		return switch (column) {
			case 0 -> or(s.device(), "no device");
			case 1 -> s.id();
			case 2 -> or(s.controlUnit(), "");
			case 3 -> or(s.type(), "");
			case 4 -> or(s.driver(), "none") + (s.deviceDriver() == null ? "" : ", " + s.deviceDriver()) + (s.online() ? ", online" : "");
			case 5 -> s.paths().stream().map(ChannelPath::toString).collect(Collectors.joining(" "));
			default -> s.uses().stream().map(Use::what).collect(Collectors.joining("; "));
		};
	}

	private static String or(String word, String otherwise) {
		return word == null ? otherwise : word;
	}
}
