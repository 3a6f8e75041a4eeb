// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.AttachedSubchannel;
import org.ccwbench.attach.DeviceNumber;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.HostDevices;
import org.ccwbench.attach.RefusedException;
import org.ccwbench.attach.StorageStretch;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/** A host at whose end an agent answers: the client's end of a connection. Safe for several threads. */
public final class AgentHost implements Host {
	/** How long an ordinary request may take. */
	static final int REQUEST_MILLIS = 30_000;
	/** How long the first answer may take: ssh may ask for a password. */
	private static final int GREETING_MILLIS = 120_000;

	/** The library tells standard error of every message that finds the connection gone, as whoever asks is told anyway. */
	private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

	static {
		LIBRARY.setLevel(Level.OFF);
	}

	private final String name;
	private final Transport transport;
	private final AgentProtocol agent;
	private final CompletableFuture<Void> ended = new CompletableFuture<>();
	private final AgentProtocol.Welcome welcome;
	private volatile boolean closed;

	/** Starts the command that leads to an agent and greets it. */
	public static AgentHost start(String name, List<String> command) throws AttachException {
		return new AgentHost(name, Transport.start(command), null);
	}

	/** Connects to an agent's listener on this machine. */
	public static AgentHost connect(int port, String token) throws AttachException {
		try {
			Socket s = new Socket(InetAddress.getLoopbackAddress(), port);
			s.setTcpNoDelay(true);
			return new AgentHost("tcp:" + port, Transport.of(s), token);
		} catch (IOException e) {
			throw new AttachException("No agent listens on port " + port + " of this machine: " + e.getMessage(), e);
		}
	}

	/** An agent at the other end of two streams. */
	public static AgentHost over(String name, InputStream in, OutputStream out) throws AttachException {
		return new AgentHost(name, Transport.of(in, out), null);
	}

	private AgentHost(String name, Transport transport, String token) throws AttachException {
		this.name = name;
		this.transport = transport;
		MessageJsonHandler json = AgentProtocol.messages();
		RemoteEndpoint endpoint = new RemoteEndpoint(new FrameWriter(transport.out(), json), ServiceEndpoints.toEndpoint(new Object()));
		json.setMethodProvider(endpoint);
		agent = ServiceEndpoints.toServiceObject(endpoint, AgentProtocol.class);
		FrameReader reader = new FrameReader(transport.in(), json, (message, issues) -> ended.completeExceptionally(
				new AttachException(name + " answers what is no answer: " + issues.get(0).getText())), FrameReader.LARGEST);
		Thread t = new Thread(() -> read(reader, endpoint), "answers of " + name);
		t.setDaemon(true);
		t.start();
		boolean done = false;
		try {
			welcome = ask(a -> a.hello(new AgentProtocol.Hello(AgentProtocol.VERSION, AgentProtocol.OLDEST, Versions.own(), token)), GREETING_MILLIS);
			String complaint = Versions.complaint(welcome);
			if (complaint != null) {
				throw new AttachException(complaint);
			}
			done = true;
		} finally {
			if (!done) {
				closed = true;
				transport.close();
			}
		}
		Thread alive = new Thread(this::beat, "sign of life for " + name);
		alive.setDaemon(true);
		alive.start();
	}

	private void read(FrameReader reader, RemoteEndpoint endpoint) {
		String why = "the connection ended";
		try {
			reader.read(message -> {
				if (message instanceof org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage r && r.getId() == null && r.getError() != null) {
					ended.completeExceptionally(new AttachException(name + ": " + r.getError().getMessage()));
				} else {
					endpoint.consume(message);
				}
			});
		} catch (FrameReader.FrameException e) {
			why = "what answers is no agent (" + e.getMessage() + ")";
		} catch (IOException | RuntimeException e) {
			why = closed ? why : "the connection broke: " + e.getMessage();
		}
		String said = transport.said();
		ended.completeExceptionally(new AttachException(name + ": " + why + (said.isEmpty() ? "" : ". It said: " + said)));
	}

	private void beat() {
		while (!closed && !ended.isDone()) {
			try {
				TimeUnit.SECONDS.sleep(AgentConnection.HEARTBEAT_SECONDS);
				if (!closed) {
					agent.alive();
				}
			} catch (InterruptedException | RuntimeException e) {
				return;
			}
		}
	}

	/** Asks, and waits for the answer or the end of the connection. */
	<T> T ask(Function<AgentProtocol, CompletableFuture<T>> request, long milliseconds) throws AttachException {
		CompletableFuture<T> answer;
		try {
			answer = request.apply(agent);
			CompletableFuture.anyOf(answer, ended).get(milliseconds, TimeUnit.MILLISECONDS);
			return answer.get();
		} catch (ExecutionException e) {
			throw cause(e.getCause());
		} catch (TimeoutException e) {
			throw new AttachException(name + " does not answer within " + milliseconds / 1000 + " seconds.", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AttachException(name + ": interrupted while waiting for an answer", e);
		} catch (RuntimeException e) {
			throw cause(e);
		}
	}

	<T> T ask(Function<AgentProtocol, CompletableFuture<T>> request) throws AttachException {
		return ask(request, REQUEST_MILLIS);
	}

	private AttachException cause(Throwable t) {
		return switch (t) {
			case AttachException a -> a;
			case ResponseErrorException r when r.getResponseError().getCode() == -32601 -> new AttachException(
					name + ": the agent is older than this client and does not know this request. Copy the agent that came with the client to the host.", r);
			case ResponseErrorException r when r.getResponseError().getCode() == Failure.REFUSED.code() -> new RefusedException(r.getResponseError().getMessage());
			case ResponseErrorException r -> new AttachException(r.getResponseError().getMessage(), r);
			default -> ended.isCompletedExceptionally() ? new AttachException(endWords(), t) : new AttachException(name + ": " + t.getMessage(), t);
		};
	}

	private String endWords() {
		try {
			ended.getNow(null);
			return name + ": the connection ended";
		} catch (java.util.concurrent.CompletionException e) {
			return e.getCause().getMessage();
		}
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public List<String> description() {
		return welcome.description();
	}

	@Override
	public AttachedSubchannel open(String device, List<StorageStretch> storage) throws AttachException {
		String number = DeviceNumber.of(device).toString();
		List<AgentProtocol.Stretch> stretches = storage.stream().map(s -> new AgentProtocol.Stretch(s.address(), s.length(), s.writable())).toList();
		return new RemoteSubchannel(this, ask(a -> a.open(new AgentProtocol.Open(number, stretches))));
	}

	@Override
	public HostDevices devices() {
		return new RemoteDevices(this);
	}

	/** Says goodbye, so that devices stay bound. */
	@Override
	public void close() {
		if (!closed) {
			closed = true;
			try {
				ask(AgentProtocol::goodbye, 5000);
			} catch (AttachException e) {
				// It is gone, which is what was wanted.
			}
			transport.close();
		}
	}

	/** Cuts the connection without a goodbye, as a broken line does. */
	public void cut() {
		closed = true;
		transport.close();
	}
}
