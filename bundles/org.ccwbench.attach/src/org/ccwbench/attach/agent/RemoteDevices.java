// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.util.List;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.HostDevices;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;

/** The subchannels of an agent's host. */
final class RemoteDevices implements HostDevices {
	/** The kernel takes its time to find devices and drivers. */
	private static final int MILLIS = 120_000;

	private final AgentHost host;

	RemoteDevices(AgentHost host) {
		this.host = host;
	}

	@Override
	public List<Subchannel> list() throws AttachException {
		return host.ask(AgentProtocol::list, MILLIS);
	}

	@Override
	public Plan planToBind(String number) throws AttachException {
		return host.ask(a -> a.plan(new AgentProtocol.PlanOf("bind", number)), MILLIS);
	}

	@Override
	public Subchannel bind(String number) throws AttachException {
		return host.ask(a -> a.bind(new AgentProtocol.Device(number)), MILLIS);
	}

	@Override
	public Plan planToRelease(String number) throws AttachException {
		return host.ask(a -> a.plan(new AgentProtocol.PlanOf("release", number)), MILLIS);
	}

	@Override
	public Subchannel release(String number) throws AttachException {
		return host.ask(a -> a.release(new AgentProtocol.Device(number)), MILLIS);
	}

	@Override
	public List<Plan> planToRestore() throws AttachException {
		return host.ask(AgentProtocol::planToRestore, MILLIS);
	}

	@Override
	public List<String> restore() throws AttachException {
		return host.ask(AgentProtocol::restore, MILLIS);
	}
}
