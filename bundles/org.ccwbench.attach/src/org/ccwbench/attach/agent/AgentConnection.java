// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ccwbench.attach.Host;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * An agent's end of one connection, over whatever two streams. It ends with the stream, with a client that says goodbye
 * or nothing for long, and with what is no frame; however it ends, running I/O is ended, and devices are let go.
 */
public final class AgentConnection {
	/** A client says every {@link #HEARTBEAT_SECONDS} that it is there; one that says nothing for so long is gone. */
	static final int SILENCE_SECONDS = 60;
	static final int HEARTBEAT_SECONDS = 10;
	private static final int LARGEST_BEFORE_HELLO = 1 << 16;
	private static final int MOST_THREADS = 64;
	/** The library tells of every message that it does not like; who sent it is told by an answer. */
	private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

	static {
		LIBRARY.setLevel(Level.OFF);
	}

	private final Host host;
	private final String token;
	private final boolean mayArm;
	private final Runnable greeted;
	private volatile long heard = System.nanoTime();
	private volatile AgentSession session;

	/**
	 * @param token  that a client must know, null if it need not
	 * @param mayArm whether a client can arm writing
	 * @param greeted called when the client is known
	 */
	public AgentConnection(Host host, String token, boolean mayArm, Runnable greeted) {
		this.host = host;
		this.token = token;
		this.mayArm = mayArm;
		this.greeted = greeted;
	}

	/** Nanoseconds since something came. */
	long silence() {
		return System.nanoTime() - heard;
	}

	/** Serves until the connection ends. */
	public void serve(InputStream in, OutputStream out) {
		ExecutorService threads = new ThreadPoolExecutor(0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), r -> {
			Thread t = new Thread(r, "request");
			t.setDaemon(true);
			return t;
		});
		FrameReader[] reader = new FrameReader[1];
		session = new AgentSession(host, token, mayArm, threads, () -> {
			reader[0].limit(FrameReader.LARGEST);
			greeted.run();
		});
		MessageJsonHandler json = AgentProtocol.messages();
		FrameWriter answers = new FrameWriter(out, json);
		RemoteEndpoint endpoint = new RemoteEndpoint(answers, ServiceEndpoints.toEndpoint(session));
		json.setMethodProvider(endpoint);
		reader[0] = new FrameReader(in, json, endpoint, token == null ? FrameReader.LARGEST : LARGEST_BEFORE_HELLO);
		try {
			reader[0].read(message -> {
				heard = System.nanoTime();
				endpoint.consume(message);
				if (session.over()) {
					throw new OverException();
				}
			});
		} catch (OverException e) {
			// The client has its answer and wants no more, or gets none.
		} catch (FrameReader.FrameException e) {
			refuse(answers, e.getMessage());
		} catch (EOFException e) {
			refuse(answers, e.getMessage());
		} catch (IOException | RuntimeException e) {
			// The stream broke: there is nobody to tell.
		} finally {
			session.end();
			threads.shutdownNow();
		}
	}

	/** Ends what the client has going on, and lets its devices go. */
	void end() {
		AgentSession s = session;
		if (s != null) {
			s.end();
		}
	}

	private static void refuse(FrameWriter answers, String words) {
		ResponseMessage m = new ResponseMessage();
		m.setError(new ResponseError(Failure.BAD_REQUEST.code(), words + " The connection ends.", null));
		try {
			answers.consume(m);
		} catch (RuntimeException e) {
			// Nobody listens any more.
		}
	}

	/** Ends the reading of a connection that is over. */
	private static final class OverException extends RuntimeException {
		private static final long serialVersionUID = 1L;

		OverException() {
			super(null, null, false, false);
		}
	}
}
