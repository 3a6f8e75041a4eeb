// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.storage.Bytes;

/**
 * The host's handling of I/O interruptions: as simulated time passes, each that becomes pending is taken (TEST
 * PENDING INTERRUPTION, TEST SUBCHANNEL) and its IRB given to the driver that the subchannel belongs to. One
 * object for each channel subsystem; all of its subchannels may be driven through it. Not thread-safe.
 */
public final class HostInterruptions {
	/** A driver's handler. */
	interface Handler {
		/** @param irb 96 bytes, the caller's own */
		void interruption(byte[] irb);

		/** The subchannel is not there any more. */
		void subchannelGone();
	}

	private final ChannelSubsystem channel;
	private final Map<Integer, Handler> handlers = new HashMap<>();
	private final byte[] code = new byte[12];
	private final byte[] irb = new byte[96];

	public HostInterruptions(ChannelSubsystem channel) {
		this.channel = channel;
	}

	public ChannelSubsystem channel() {
		return channel;
	}

	void register(int sid, Handler handler) {
		handlers.put(sid, handler);
	}

	void unregister(int sid) {
		handlers.remove(sid);
	}

	/** Does one unit of work of the channel subsystem and delivers what became pending; false if there was none. */
	public boolean step() {
		boolean worked = channel.step();
		deliver();
		machineChecks();
		return worked;
	}

	/** Tells drivers whose subchannels are gone, as channel reports do; each once. */
	private void machineChecks() {
		for (Iterator<Map.Entry<Integer, Handler>> i = handlers.entrySet().iterator(); i.hasNext();) {
			Map.Entry<Integer, Handler> e = i.next();
			if (channel.subchannel(e.getKey() & 0xFFFF) == null) {
				i.remove();
				e.getValue().subchannelGone();
			}
		}
	}

	/** Lets that much simulated time pass and delivers interruptions as they become pending. */
	public void advance(long micros) {
		long until = channel.now() + Math.max(0, micros);
		deliver();
		for (long due = channel.nextDue(); due >= 0 && due <= until; due = channel.nextDue()) {
			step();
		}
		channel.advance(until - channel.now());
	}

	/** Delivers what is pending. */
	public void deliver() {
		while (channel.tpi(code) == 1) {
			int sid = Bytes.get32(code, 0);
			Handler handler = handlers.get(sid);
			if (channel.tsch(sid, irb) == 0 && handler != null) {
				handler.interruption(irb);
			}
		}
	}
}
