// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Execution;
import org.ccwbench.attach.Identity;
import org.ccwbench.attach.Interruption;
import org.ccwbench.attach.StoredBytes;
import org.ccwbench.attach.trace.KernelEvent;

/** A subchannel that an agent has opened. */
final class RemoteSubchannel implements AttachedSubchannel {
	/** What the agent may take longer than the time that a program has: it halts and clears. */
	private static final int GRACE_MILLIS = 15_000;
	private static final int ATTENTIVE_MILLIS = 50;
	private static final int MOST_LOADED = 1 << 20;

	private static final ScheduledThreadPoolExecutor WATCH = new ScheduledThreadPoolExecutor(1, r -> {
		Thread t = new Thread(r, "cancelling");
		t.setDaemon(true);
		return t;
	});

	static {
		WATCH.setRemoveOnCancelPolicy(true);
	}

	private final AgentHost host;
	private final AgentProtocol.Opened opened;
	private final AgentProtocol.Session session;
	private volatile boolean armed;
	private volatile boolean closed;

	RemoteSubchannel(AgentHost host, AgentProtocol.Opened opened) {
		this.host = host;
		this.opened = opened;
		session = new AgentProtocol.Session(opened.session());
	}

	@Override
	public Identity identity() {
		return new Identity(opened.device(), opened.type(), Arguments.bytes(opened.senseId()));
	}

	@Override
	public List<String> description() {
		return opened.description();
	}

	@Override
	public void arm(String typed) throws AttachException {
		host.ask(a -> a.arm(new AgentProtocol.Arm(opened.session(), typed)));
		armed = true;
	}

	@Override
	public boolean armed() {
		return armed;
	}

	@Override
	public void store(long address, byte[] bytes) throws AttachException {
		host.ask(a -> a.store(new AgentProtocol.Store(opened.session(), List.of(bytes(new StoredBytes(address, bytes))))));
	}

	@Override
	public byte[] load(long address, int length) throws AttachException {
		byte[] all = new byte[length];
		for (int done = 0; done < length;) {
			int at = done;
			int n = Math.min(MOST_LOADED, length - done);
			byte[] part = Arguments.bytes(host.ask(a -> a.load(new AgentProtocol.Load(opened.session(), address + at, n))));
			System.arraycopy(part, 0, all, at, n);
			done += n;
		}
		return all;
	}

	private static AgentProtocol.Bytes bytes(StoredBytes b) {
		return new AgentProtocol.Bytes(b.address(), Arguments.base64(b.bytes()));
	}

	@Override
	public int start(byte[] orb) throws AttachException {
		return host.ask(a -> a.start(new AgentProtocol.Start(opened.session(), Arguments.base64(orb))));
	}

	@Override
	public Interruption await(int milliseconds) throws AttachException {
		String irb = host.ask(a -> a.await(new AgentProtocol.Await(opened.session(), milliseconds)), milliseconds + (long) GRACE_MILLIS);
		return irb == null ? null : new Interruption(Arguments.bytes(irb));
	}

	@Override
	public Execution execute(List<StoredBytes> stores, byte[] orb, int milliseconds, BooleanSupplier cancelled) throws AttachException {
		AgentProtocol.Execute request = new AgentProtocol.Execute(opened.session(), stores.stream().map(RemoteSubchannel::bytes).toList(),
				Arguments.base64(orb), milliseconds);
		AgentProtocol.Executed e = host.ask(a -> watched(a, a.execute(request), cancelled), milliseconds + (long) GRACE_MILLIS);
		return new Execution(e.returnCode(), e.interruptions().stream().map(Arguments::bytes).toList(),
				e.unsolicited().stream().map(Arguments::bytes).toList(),
				e.changed().stream().map(b -> new StoredBytes(b.address(), Arguments.bytes(b.bytes()))).toList(),
				Execution.End.valueOf(e.end()), e.nanos(), e.notes());
	}

	/** Tells the agent when the caller wants no more; the answer then says how it ended. */
	private CompletableFuture<AgentProtocol.Executed> watched(AgentProtocol a, CompletableFuture<AgentProtocol.Executed> answer, BooleanSupplier cancelled) {
		ScheduledFuture<?> watch = WATCH.scheduleWithFixedDelay(() -> {
			if (!answer.isDone() && cancelled.getAsBoolean()) {
				a.cancel(session);
			}
		}, ATTENTIVE_MILLIS, ATTENTIVE_MILLIS, TimeUnit.MILLISECONDS);
		answer.whenComplete((e, t) -> watch.cancel(false));
		return answer;
	}

	@Override
	public byte[] sense() throws AttachException {
		return Arguments.bytes(host.ask(a -> a.sense(session)));
	}

	@Override
	public int halt() throws AttachException {
		return host.ask(a -> a.halt(session));
	}

	@Override
	public int clear() throws AttachException {
		return host.ask(a -> a.clear(session));
	}

	@Override
	public byte[] schib() throws AttachException {
		String b = host.ask(a -> a.schib(session));
		return b == null ? null : Arguments.bytes(b);
	}

	@Override
	public int channelReport() throws AttachException {
		return host.ask(a -> a.channelReport(session));
	}

	@Override
	public void reset() throws AttachException {
		host.ask(a -> a.reset(session));
	}

	@Override
	public boolean releaseRequested() throws AttachException {
		return host.ask(a -> a.releaseRequested(session));
	}

	@Override
	public List<String> watchKernel() throws AttachException {
		return host.ask(a -> a.watchKernel(session));
	}

	@Override
	public List<KernelEvent> kernelEvents() throws AttachException {
		return host.ask(a -> a.kernelEvents(session));
	}

	@Override
	public void close() {
		if (!closed) {
			closed = true;
			try {
				host.ask(a -> a.close(session));
			} catch (AttachException e) {
				// The agent lets it go with the connection.
			}
		}
	}
}
