// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.notation.Image;
import org.ccwbench.notation.Start;
import org.ccwbench.storage.AddressSpace;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.PageTable;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.PathMachine;
import org.ccwbench.vfio.ProgramAddresses;
import org.ccwbench.vfio.TranslationPath;

/** What views look at on a path: the spaces of guest, monitor and host, and the ways between their addresses. */
final class PathScene {
	private final TranslationPath path;
	private final Machine machine;
	private final List<PathMachine> perDevice;
	private final int[] spaces;

	/** @param spaces receives, for each device, the index of its guest subchannel's registers in the recording */
	PathScene(TranslationPath path, Machine machine, List<PathMachine> perDevice, int[] spaces) {
		this.path = path;
		this.machine = machine;
		this.perDevice = perDevice;
		this.spaces = spaces;
	}

	Scene scene(Image image, Attached attached, ChannelSubsystem css, Recording recording) {
		AddressSpace guest = guestView();
		return new Scene(StageInfo.of(path), List.copyOf(views(attached, css, recording)), guest, userView(),
				path.addresses() == ProgramAddresses.TRANSLATED ? machine.host() : guest,
				path.addresses() == ProgramAddresses.GUEST, this::guestOf, starts(image), Lines.of(image));
	}

	private AddressSpace userView() {
		return new PeekSpace("monitor virtual", machine.userPages(), machine.host(), a -> false,
				path.addresses() == ProgramAddresses.HOST ? machine::frameOf : a -> PageTable.UNMAPPED);
	}

	private AddressSpace guestView() {
		return new PeekSpace("guest absolute", machine.guestPages(), userView(), machine::guestStorage, this::chosen);
	}

	private List<SpaceView> views(Attached attached, ChannelSubsystem css, Recording recording) {
		List<SpaceView> views = new ArrayList<>();
		views.add(new SpaceView("guest", "guest absolute storage", guestView(), -1));
		views.add(new SpaceView("user", "the monitor's virtual storage", userView(), -1));
		views.add(Attached.view("host", "host absolute storage", machine.host(), recording));
		for (int i = 0; i < perDevice.size(); i++) {
			SpaceView v = Attached.view(String.format("guest subchannel %04X", attached.subchannel(i).number()),
					"the guest's SCHIB and IRB, the I/O region", perDevice.get(i).registers(), recording);
			spaces[i] = v.index();
			views.add(v);
		}
		views.addAll(attached.views(css, recording));
		return views;
	}

	/** Where the monitor keeps a guest page that nobody has touched yet. */
	private long chosen(long guest) {
		return machine.guestStorage(guest) ? Machine.GUEST_BASE + guest : PageTable.UNMAPPED;
	}

	/** Looks frames up backwards: frame → monitor page → guest page. */
	private LongUnaryOperator guestOf() {
		Map<Long, Long> guestOfUser = new HashMap<>();
		machine.guestPages().forEach((guest, user) -> guestOfUser.put(user, guest));
		Map<Long, Long> back = new HashMap<>();
		machine.userPages().forEach((user, frame) -> {
			Long guest = guestOfUser.get(user);
			if (guest != null) {
				back.put(frame, guest);
			} else if (chosen(user - Machine.GUEST_BASE) == user) {
				back.put(frame, user - Machine.GUEST_BASE);
			}
		});
		return host -> {
			long page = host & AddressSpace.PAGE_MASK;
			Long guest = back.get(page);
			if (guest == null && machine.isReal(page)) {
				guest = page;
			}
			return guest == null ? -1 : guest + (host & AddressSpace.PAGE_SIZE - 1);
		};
	}

	private List<Scene.Started> starts(Image image) {
		List<Scene.Started> list = new ArrayList<>();
		for (Start s : image.starts()) {
			list.add(new Scene.Started(Bytes.get32(s.orb(), 4), s.cpa(), perDevice.get(s.device()).registers(), 0));
		}
		return list;
	}
}
