// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.trace.KernelEvent;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;

/**
 * The requests that an agent answers. The first must be {@link #hello}. Bytes are base64, addresses and lengths
 * numbers. A request that cannot be done ends with an error whose message is a sentence for people; its code is one
 * of {@link Failure}.
 */
public interface AgentProtocol {
	/** Version of the protocol that this class speaks. */
	int VERSION = 1;
	/** Oldest version that it still understands. */
	int OLDEST = 1;

	/** Reads and writes its messages. Base64 ends with equals signs, which need no escape, as nobody shows this in a browser. */
	static MessageJsonHandler messages() {
		return new MessageJsonHandler(ServiceEndpoints.getSupportedMethods(AgentProtocol.class), GsonBuilder::disableHtmlEscaping);
	}

	/** @param token what the file of the listener holds; null over standard input */
	record Hello(int protocol, int oldest, String version, String token) {}

	/** @param description lines for people: what host it is, what it lacks */
	record Welcome(int protocol, int oldest, String version, String host, List<String> description) {}

	/** A stretch of guest storage. */
	record Stretch(long address, long length, boolean writable) {}

	/** Bytes of guest storage, base64. */
	record Bytes(long address, String bytes) {}

	record Open(String device, List<Stretch> storage) {}

	/** @param session the number by which all further requests name the opened device */
	record Opened(int session, String device, String type, String senseId, List<String> description) {}

	record Session(int session) {}

	record Arm(int session, String typed) {}

	record Store(int session, List<Bytes> stores) {}

	record Load(int session, long address, int length) {}

	/** @param orb 12 bytes, base64 */
	record Start(int session, String orb) {}

	record Await(int session, int milliseconds) {}

	record Execute(int session, List<Bytes> stores, String orb, int milliseconds) {}

	/** See {@link org.ccwbench.attach.Execution}; IRBs are base64. */
	record Executed(int returnCode, List<String> interruptions, List<String> unsolicited, List<Bytes> changed,
			String end, long nanos, List<String> notes) {}

	/** @param action "bind" or "release" */
	record PlanOf(String action, String device) {}

	record Device(String device) {}

	@JsonRequest("agent/hello")
	CompletableFuture<Welcome> hello(Hello hello);

	/** Says that the client is still there; an agent that hears nothing for long ends the connection. */
	@JsonNotification("agent/alive")
	void alive();

	@JsonRequest("device/open")
	CompletableFuture<Opened> open(Open open);

	@JsonRequest("device/arm")
	CompletableFuture<Void> arm(Arm arm);

	@JsonRequest("device/store")
	CompletableFuture<Void> store(Store store);

	/** Base64. */
	@JsonRequest("device/load")
	CompletableFuture<String> load(Load load);

	@JsonRequest("device/start")
	CompletableFuture<Integer> start(Start start);

	/** An IRB in base64; null if none came in time. */
	@JsonRequest("device/await")
	CompletableFuture<String> await(Await await);

	@JsonRequest("device/execute")
	CompletableFuture<Executed> execute(Execute execute);

	@JsonRequest("device/halt")
	CompletableFuture<Integer> halt(Session session);

	@JsonRequest("device/clear")
	CompletableFuture<Integer> clear(Session session);

	/** Base64. */
	@JsonRequest("device/sense")
	CompletableFuture<String> sense(Session session);

	/** Base64; null if the device is gone. */
	@JsonRequest("device/schib")
	CompletableFuture<String> schib(Session session);

	@JsonRequest("device/channelReport")
	CompletableFuture<Integer> channelReport(Session session);

	@JsonRequest("device/reset")
	CompletableFuture<Void> reset(Session session);

	@JsonRequest("device/releaseRequested")
	CompletableFuture<Boolean> releaseRequested(Session session);

	/** What cannot be told of the kernel's work there, and why. */
	@JsonRequest("device/watchKernel")
	CompletableFuture<List<String>> watchKernel(Session session);

	@JsonRequest("device/kernelEvents")
	CompletableFuture<List<KernelEvent>> kernelEvents(Session session);

	@JsonRequest("device/close")
	CompletableFuture<Void> close(Session session);

	/** Ends what goes on in {@link #execute}, which then ends as cancelled. */
	@JsonRequest("device/cancel")
	CompletableFuture<Void> cancel(Session session);

	@JsonRequest("devices/list")
	CompletableFuture<List<Subchannel>> list();

	@JsonRequest("devices/plan")
	CompletableFuture<Plan> plan(PlanOf what);

	@JsonRequest("devices/bind")
	CompletableFuture<Subchannel> bind(Device device);

	@JsonRequest("devices/release")
	CompletableFuture<Subchannel> release(Device device);

	@JsonRequest("devices/planToRestore")
	CompletableFuture<List<Plan>> planToRestore();

	@JsonRequest("devices/restore")
	CompletableFuture<List<String>> restore();

	/**
	 * Ends the connection as it should end: opened devices are closed, bound ones stay bound. A connection that ends
	 * without it gives back what was bound over it.
	 */
	@JsonRequest("agent/goodbye")
	CompletableFuture<Void> goodbye();
}
