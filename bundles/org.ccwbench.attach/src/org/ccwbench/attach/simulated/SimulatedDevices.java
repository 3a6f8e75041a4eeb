// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.simulated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.attach.HostDevices;
import org.ccwbench.attach.LocalHost;
import org.ccwbench.attach.Mdev;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.devices.Use;

/**
 * Which driver has which subchannel of a simulated host: vfio_ccw all of them at first, so that programs run at once.
 * What was given back and taken again stands in a journal, which lasts as long as the host.
 */
public final class SimulatedDevices implements HostDevices, LocalHost.Finder {
	private static final String VFIO_CCW = "vfio_ccw";
	private static final String IO_SUBCHANNEL = "io_subchannel";
	private static final List<String> BINDING = List.of("take it from " + IO_SUBCHANNEL, "give it to " + VFIO_CCW, "make a mediated device of it");
	private static final List<String> RELEASING = List.of("remove its mediated device", "take it from " + VFIO_CCW, "give it to " + IO_SUBCHANNEL);

	private final SimulatedHost host;
	private final Set<Mdev> given = new LinkedHashSet<>();
	private final Set<Mdev> taken = new LinkedHashSet<>();

	SimulatedDevices(SimulatedHost host) {
		this.host = host;
	}

	/** A device that can be opened. */
	@Override
	public synchronized Mdev find(DeviceNumber number) throws AttachException {
		Mdev m = host.find(number);
		if (given.contains(m)) {
			throw new AttachException(number + " is not bound to " + VFIO_CCW + ". Take it with: ccwb devices bind " + number + ".");
		}
		return m;
	}

	@Override
	public synchronized List<Subchannel> list() {
		List<Subchannel> list = new ArrayList<>();
		for (Mdev m : host.all()) {
			list.add(subchannel(m));
		}
		return list;
	}

	private Subchannel subchannel(Mdev m) {
		boolean bound = !given.contains(m);
		List<Use> uses = host.isOpen(m) ? List.of(new Use("a session has it open", true)) : List.of();
		return new Subchannel(m.subchannel(), m.device(), null, host.type(m), bound ? VFIO_CCW : IO_SUBCHANNEL, null, List.of(), false, uses,
				bound ? m.uuid() : null, bound ? m.group() : null);
	}

	private Mdev of(String number) throws AttachException {
		return host.find(DeviceNumber.of(number));
	}

	@Override
	public synchronized Plan planToBind(String number) throws AttachException {
		Subchannel s = subchannel(of(number));
		return new Plan(s.title(), s.attachable() ? List.of() : BINDING, null);
	}

	@Override
	public synchronized Subchannel bind(String number) throws AttachException {
		Mdev m = of(number);
		if (given.remove(m)) {
			taken.add(m);
		}
		return subchannel(m);
	}

	@Override
	public synchronized Plan planToRelease(String number) throws AttachException {
		return releasing(of(number));
	}

	private Plan releasing(Mdev m) {
		Subchannel s = subchannel(m);
		String refusal = s.forbidding().isEmpty() ? null : "is in use: " + s.forbidding().get(0).what() + ". End that first";
		return new Plan(s.title(), s.attachable() ? RELEASING : List.of(), refusal);
	}

	@Override
	public synchronized Subchannel release(String number) throws AttachException {
		return release(of(number));
	}

	private Subchannel release(Mdev m) throws AttachException {
		Plan plan = releasing(m);
		if (plan.refusal() != null) {
			throw new AttachException(plan.title() + ": " + plan.refusal());
		}
		given.add(m);
		taken.remove(m);
		return subchannel(m);
	}

	@Override
	public synchronized List<Plan> planToRestore() {
		return taken.stream().map(this::releasing).toList();
	}

	@Override
	public synchronized List<String> restore() throws AttachException {
		List<String> done = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		for (Mdev m : List.copyOf(taken)) {
			try {
				done.add(release(m).title() + " is back at " + IO_SUBCHANNEL);
			} catch (AttachException held) {
				failures.add(held.getMessage());
			}
		}
		if (!failures.isEmpty()) {
			done.addAll(failures);
			throw new AttachException(String.join("\n", done));
		}
		return done;
	}
}
