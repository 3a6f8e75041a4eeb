// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.breakpoint;

import java.util.HashMap;
import java.util.Map;

import org.ccwbench.run.Event;
import org.ccwbench.run.EventKind;
import org.ccwbench.run.Search;
import org.ccwbench.run.SpaceView;
import org.ccwbench.ui.ActiveRun;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.ILineBreakpoint;

/**
 * Stops when bytes of a range are stored, or read. Whatever stores or reads counts: the channel, the driver or the
 * monitor, by whichever of its addresses, as far as the recording has told which is which by then.
 */
public final class StorageBreakpoint extends RunBreakpoint implements ILineBreakpoint {
	/** Marker type. */
	public static final String TYPE = "org.ccwbench.debug.storage";
	private static final String SPACE = "org.ccwbench.debug.space";
	private static final String FROM = "org.ccwbench.debug.from";
	private static final String LENGTH = "org.ccwbench.debug.length";
	private static final String READ = "org.ccwbench.debug.read";
	private static final String WRITE = "org.ccwbench.debug.write";
	private static final int CCW_BYTES = 8;
	private static final int TO_STORAGE = 1;

	/** For the platform, which gives it its marker. */
	public StorageBreakpoint() {}

	/**
	 * @param space  "guest", "user" or "host"
	 * @param length bytes, at least 1
	 * @throws IllegalArgumentException if it would never stop
	 */
	public StorageBreakpoint(String space, long from, long length, boolean read, boolean write) throws CoreException {
		this(ResourcesPlugin.getWorkspace().getRoot(), 0, "", space, from, length, read, write);
	}

	/** On a line of a program, from 1, for the bytes that stand there. */
	StorageBreakpoint(IFile file, int line, String label, long from, long length) throws CoreException {
		this(file, line, label, "guest", from, length, true, true);
	}

	private StorageBreakpoint(IResource on, int line, String label, String space, long from, long length, boolean read, boolean write) throws CoreException {
		if (length < 1 || from < 0 || !read && !write) {
			throw new IllegalArgumentException(length < 1 ? "the range has no byte" : "neither reading nor storing is chosen");
		}
		Map<String, Object> a = new HashMap<>();
		a.put(SPACE, space);
		// Markers keep no long numbers.
		a.put(FROM, Long.toHexString(from));
		a.put(LENGTH, Long.toHexString(length));
		a.put(READ, read);
		a.put(WRITE, write);
		a.put(CcwBreakpoint.LABEL, label);
		if (line > 0) {
			a.put(IMarker.LINE_NUMBER, line);
		}
		enter(on, TYPE, a);
	}

	@Override
	public Search.Condition condition(ActiveRun run) {
		if (getMarker().getResource() instanceof IFile && !CcwBreakpoint.isOf(getMarker(), run)) {
			return null;
		}
		String space = text(SPACE);
		Map<Integer, String> spaces = new HashMap<>();
		boolean direct = run.history().spaces().stream().noneMatch(s -> s.id().equals("host"));
		for (SpaceView s : run.history().spaces()) {
			if (s.index() >= 0) {
				spaces.put(s.index(), s.id());
			}
		}
		String channel = direct ? "guest" : "host";
		boolean read = flag(READ);
		boolean write = flag(WRITE);
		long from = Long.parseLong(text(FROM), 16);
		long length = Long.parseLong(text(LENGTH), 16);
		return (e, where) -> write && e.kind() == EventKind.STORE && spaces.containsKey(e.space())
				&& touches(space, spaces.get(e.space()), e.address(), e.length(), from, length, where)
				|| read && reads(e, space, channel, from, length, where);
	}

	private static boolean reads(Event e, String space, String channel, long from, long length, Search where) {
		return switch (e.kind()) {
			case CCW -> touches(space, channel, e.address(), CCW_BYTES, from, length, where);
			case INDIRECT -> touches(space, channel, e.address(), e.length(), from, length, where);
			case DATA -> e.detail() != TO_STORAGE && touches(space, channel, e.address(), e.length(), from, length, where);
			case COPIED -> touches(space, new String[] {"guest", "user", "host"}[e.detail() >> 4], e.address(), e.other(), from, length, where);
			default -> false;
		};
	}

	/** Whether bytes of one space are among those that are watched in another. */
	private static boolean touches(String watched, String in, long at, long bytes, long from, long length, Search where) {
		long first = watched.equals(in) ? at : switch (in + watched) {
			case "hostguest" -> where.guestOfHost(at);
			case "hostuser" -> where.userOfHost(at);
			case "userguest" -> where.guestOfUser(at);
			default -> -1;
		};
		return first >= 0 && first < from + length && from < first + bytes;
	}

	@Override
	public String words() {
		long from = Long.parseLong(text(FROM), 16);
		String label = text(CcwBreakpoint.LABEL);
		String what = flag(READ) ? flag(WRITE) ? "read or stored" : "read" : "stored";
		return String.format("%s %X to %X%s %s", text(SPACE), from, from + Long.parseLong(text(LENGTH), 16) - 1,
				label.isEmpty() ? "" : " (" + label + ")", what);
	}

	@Override
	public int getLineNumber() {
		return getMarker().getAttribute(IMarker.LINE_NUMBER, -1);
	}

	@Override
	public int getCharStart() {
		return -1;
	}

	@Override
	public int getCharEnd() {
		return -1;
	}
}
