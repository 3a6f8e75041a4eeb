// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.Execution;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.Interruption;
import org.ccwbench.attach.RefusedException;
import org.ccwbench.attach.StorageStretch;
import org.ccwbench.attach.StoredBytes;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.trace.KernelEvent;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/**
 * One connection to an agent: what its client has opened and bound. Quick requests are done by the thread that reads;
 * those that wait by others, so that a client can cancel, halt and close meanwhile.
 */
final class AgentSession implements AgentProtocol {
	private static final int MOST_OPEN = 16;
	private static final int MOST_STRETCHES = 4096;
	private static final long MOST_STORAGE = 16L << 30;
	private static final int MOST_LOADED = 8 << 20;

	/** An opened device, and whether what it executes is to end. */
	private static final class Opened {
		final AttachedSubchannel subchannel;
		final long bytes;
		volatile boolean cancelled;

		Opened(AttachedSubchannel subchannel, long bytes) {
			this.subchannel = subchannel;
			this.bytes = bytes;
		}
	}

	/** Something that may fail. */
	private interface Work<T> {
		T now() throws AttachException;
	}

	private final Host host;
	private final String token;
	private final boolean mayArm;
	private final ExecutorService threads;
	private final Runnable greeted;
	private final Map<Integer, Opened> open = new ConcurrentHashMap<>();
	private final Set<String> bound = new LinkedHashSet<>();
	private final AtomicInteger numbers = new AtomicInteger();
	private volatile boolean welcome;
	private volatile boolean goodbye;
	private volatile boolean over;

	/**
	 * @param token   that the client must know, null if it need not
	 * @param mayArm  whether writing can be armed at all
	 * @param greeted called when the client is known
	 */
	AgentSession(Host host, String token, boolean mayArm, ExecutorService threads, Runnable greeted) {
		this.host = host;
		this.token = token;
		this.mayArm = mayArm;
		this.threads = threads;
		this.greeted = greeted;
	}

	/** Whether the client has said goodbye, or has been refused. */
	boolean over() {
		return over;
	}

	/** Whether the client is known. */
	boolean welcome() {
		return welcome;
	}

	/** Everything that was opened is closed; what was bound is given back unless the client has said goodbye. */
	void end() {
		over = true;
		for (Integer n : List.copyOf(open.keySet())) {
			Opened o = open.remove(n);
			if (o != null) {
				o.cancelled = true;
				o.subchannel.close();
			}
		}
		synchronized (bound) {
			for (String device : goodbye ? List.<String>of() : List.copyOf(bound)) {
				try {
					host.devices().release(device);
				} catch (AttachException e) {
					System.err.println("ccwb agent: " + device + " was not given back: " + e.getMessage());
				}
			}
			bound.clear();
		}
	}

	// --- the connection ------------------------------------------------------------------------------------------

	@Override
	public CompletableFuture<Welcome> hello(Hello hello) {
		return now(() -> {
			if (hello == null) {
				throw Arguments.failure(Failure.BAD_REQUEST, "agent/hello lacks its parameters.");
			}
			if (token != null && !TokenFile.same(token, hello.token())) {
				over = true;
				throw Arguments.failure(Failure.TOKEN, "The token is wrong.");
			}
			String complaint = Versions.complaint(hello.protocol(), hello.oldest(), String.valueOf(hello.version()));
			if (complaint != null) {
				throw Arguments.failure(Failure.VERSION, complaint);
			}
			welcome = true;
			greeted.run();
			return new Welcome(VERSION, OLDEST, Versions.own(), host.name(), host.description());
		});
	}

	@Override
	public void alive() {
		// That something came is all that it says.
	}

	@Override
	public CompletableFuture<Void> goodbye() {
		return now(() -> {
			goodbye = true;
			over = true;
			return null;
		});
	}

	// --- devices -------------------------------------------------------------------------------------------------

	@Override
	public CompletableFuture<AgentProtocol.Opened> open(Open request) {
		return later(cancelled -> {
			List<StorageStretch> stretches = new ArrayList<>();
			long bytes = 0;
			for (Stretch s : Arguments.list(Arguments.need(request, "parameters").storage(), MOST_STRETCHES)) {
				stretches.add(new StorageStretch(s.address(), s.length(), s.writable()));
				bytes = Math.addExact(bytes, s.length());
			}
			for (Opened o : open.values()) {
				bytes += o.bytes;
			}
			if (bytes > MOST_STORAGE || open.size() >= MOST_OPEN) {
				throw Arguments.failure(Failure.TOO_MUCH, bytes > MOST_STORAGE ? "More than " + (MOST_STORAGE >> 30) + " GiB of guest storage."
						: "More than " + MOST_OPEN + " open devices.");
			}
			AttachedSubchannel s = host.open(Arguments.need(request.device(), "device"), stretches);
			int number = numbers.incrementAndGet();
			open.put(number, new Opened(s, stretches.stream().mapToLong(StorageStretch::length).sum()));
			if (over) {
				end();
			}
			return new AgentProtocol.Opened(number, s.identity().device(), s.identity().type(), Arguments.base64(s.identity().senseId()), s.description());
		});
	}

	@Override
	public CompletableFuture<Void> arm(Arm request) {
		return now(() -> {
			AttachedSubchannel s = of(Arguments.need(request, "parameters").session());
			if (!mayArm) {
				throw new AttachException("This agent was started with --no-writes; nothing can be armed.");
			}
			s.arm(Arguments.need(request.typed(), "typed"));
			return null;
		});
	}

	@Override
	public CompletableFuture<Void> store(Store request) {
		return now(() -> {
			AttachedSubchannel s = of(Arguments.need(request, "parameters").session());
			for (StoredBytes b : Arguments.stores(request.stores())) {
				s.store(b.address(), b.bytes());
			}
			return null;
		});
	}

	@Override
	public CompletableFuture<String> load(Load request) {
		return now(() -> {
			AttachedSubchannel s = of(Arguments.need(request, "parameters").session());
			if (request.length() < 0 || request.length() > MOST_LOADED) {
				throw Arguments.failure(Failure.TOO_MUCH, "At most " + MOST_LOADED + " bytes at once.");
			}
			return Arguments.base64(s.load(request.address(), request.length()));
		});
	}

	@Override
	public CompletableFuture<Integer> start(Start request) {
		return later(cancelled -> of(Arguments.need(request, "parameters").session()).start(Arguments.orb(request.orb())));
	}

	@Override
	public CompletableFuture<String> await(Await request) {
		return later(cancelled -> {
			Interruption i = of(Arguments.need(request, "parameters").session()).await(Arguments.millis(request.milliseconds()));
			return i == null ? null : Arguments.base64(i.irb());
		});
	}

	@Override
	public CompletableFuture<Executed> execute(Execute request) {
		return later(cancelled -> {
			Opened o = opened(Arguments.need(request, "parameters").session());
			o.cancelled = false;
			Execution e = o.subchannel.execute(Arguments.stores(request.stores()), Arguments.orb(request.orb()), Arguments.millis(request.milliseconds()),
					() -> o.cancelled || cancelled.getAsBoolean());
			return new Executed(e.returnCode(), e.interruptions().stream().map(Arguments::base64).toList(),
					e.unsolicited().stream().map(Arguments::base64).toList(),
					e.changed().stream().map(c -> new Bytes(c.address(), Arguments.base64(c.bytes()))).toList(), e.end().name(), e.nanos(), e.notes());
		});
	}

	@Override
	public CompletableFuture<Void> cancel(Session session) {
		return now(() -> {
			opened(Arguments.need(session, "parameters").session()).cancelled = true;
			return null;
		});
	}

	@Override
	public CompletableFuture<Integer> halt(Session session) {
		return now(() -> of(Arguments.need(session, "parameters").session()).halt());
	}

	@Override
	public CompletableFuture<Integer> clear(Session session) {
		return now(() -> of(Arguments.need(session, "parameters").session()).clear());
	}

	@Override
	public CompletableFuture<String> sense(Session session) {
		return later(cancelled -> Arguments.base64(of(Arguments.need(session, "parameters").session()).sense()));
	}

	@Override
	public CompletableFuture<String> schib(Session session) {
		return now(() -> {
			byte[] b = of(Arguments.need(session, "parameters").session()).schib();
			return b == null ? null : Arguments.base64(b);
		});
	}

	@Override
	public CompletableFuture<Integer> channelReport(Session session) {
		return now(() -> of(Arguments.need(session, "parameters").session()).channelReport());
	}

	@Override
	public CompletableFuture<Void> reset(Session session) {
		return later(cancelled -> {
			of(Arguments.need(session, "parameters").session()).reset();
			return null;
		});
	}

	@Override
	public CompletableFuture<Boolean> releaseRequested(Session session) {
		return now(() -> of(Arguments.need(session, "parameters").session()).releaseRequested());
	}

	@Override
	public CompletableFuture<List<String>> watchKernel(Session session) {
		return later(cancelled -> of(Arguments.need(session, "parameters").session()).watchKernel());
	}

	@Override
	public CompletableFuture<List<KernelEvent>> kernelEvents(Session session) {
		return later(cancelled -> of(Arguments.need(session, "parameters").session()).kernelEvents());
	}

	@Override
	public CompletableFuture<Void> close(Session session) {
		return later(cancelled -> {
			Opened o = opened(Arguments.need(session, "parameters").session());
			if (open.remove(session.session(), o)) {
				o.cancelled = true;
				o.subchannel.close();
			}
			return null;
		});
	}

	@Override
	public CompletableFuture<List<Subchannel>> list() {
		return later(cancelled -> host.devices().list());
	}

	@Override
	public CompletableFuture<Plan> plan(PlanOf what) {
		return later(cancelled -> {
			String device = Arguments.need(Arguments.need(what, "parameters").device(), "device");
			return switch (String.valueOf(what.action())) {
				case "bind" -> host.devices().planToBind(device);
				case "release" -> host.devices().planToRelease(device);
				default -> throw Arguments.failure(Failure.BAD_REQUEST, "An action is bind or release.");
			};
		});
	}

	@Override
	public CompletableFuture<Subchannel> bind(Device device) {
		return later(cancelled -> {
			synchronized (bound) {
				Subchannel s = host.devices().bind(Arguments.need(Arguments.need(device, "parameters").device(), "device"));
				bound.add(device.device());
				return s;
			}
		});
	}

	@Override
	public CompletableFuture<Subchannel> release(Device device) {
		return later(cancelled -> {
			synchronized (bound) {
				Subchannel s = host.devices().release(Arguments.need(Arguments.need(device, "parameters").device(), "device"));
				bound.remove(device.device());
				return s;
			}
		});
	}

	@Override
	public CompletableFuture<List<Plan>> planToRestore() {
		return later(cancelled -> host.devices().planToRestore());
	}

	@Override
	public CompletableFuture<List<String>> restore() {
		return later(cancelled -> host.devices().restore());
	}

	// --- what all of them share ----------------------------------------------------------------------------------

	private interface LongWork<T> {
		T now(BooleanSupplier cancelled) throws AttachException;
	}

	private <T> CompletableFuture<T> now(Work<T> work) {
		try {
			return CompletableFuture.completedFuture(work.now());
		} catch (AttachException | RuntimeException e) {
			return CompletableFuture.failedFuture(answer(e));
		}
	}

	private <T> CompletableFuture<T> later(LongWork<T> work) {
		if (!welcome) {
			return CompletableFuture.failedFuture(Arguments.notGreeted());
		}
		return CompletableFutures.computeAsync(threads, checker -> {
			try {
				return work.now(checker::isCanceled);
			} catch (AttachException | RuntimeException e) {
				throw answer(e);
			}
		});
	}

	private static ResponseErrorException answer(Exception e) {
		return switch (e) {
			case ResponseErrorException r -> r;
			case RefusedException r -> Arguments.failure(Failure.REFUSED, r.getMessage());
			case AttachException a -> Arguments.failure(Failure.DEVICE, a.getMessage());
			case IllegalArgumentException i -> Arguments.failure(Failure.BAD_REQUEST, "A value makes no sense: " + i.getMessage());
			case ArithmeticException i -> Arguments.failure(Failure.BAD_REQUEST, "A number is too large.");
			default -> Arguments.failure(Failure.DEVICE, "The agent has a defect, please report it: " + e);
		};
	}

	private AttachedSubchannel of(int session) {
		return opened(session).subchannel;
	}

	private Opened opened(int session) {
		if (!welcome) {
			throw Arguments.notGreeted();
		}
		Opened o = open.get(session);
		if (o == null) {
			throw Arguments.failure(Failure.BAD_REQUEST, "There is no session " + session + ".");
		}
		return o;
	}
}
