// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ccwbench.attach.StoredBytes;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;

/** What requests bring, looked at before it is used; whatever makes no sense is answered with {@link Failure#BAD_REQUEST}. */
final class Arguments {
	private static final int LONGEST_MILLIS = 3_600_000;
	private static final int MOST_STORES = 1 << 20;
	private static final int ORB = 12;

	private Arguments() {}

	static ResponseErrorException failure(Failure kind, String message) {
		return new ResponseErrorException(new ResponseError(kind.code(), message, null));
	}

	static ResponseErrorException notGreeted() {
		return failure(Failure.BAD_REQUEST, "The first request must be agent/hello.");
	}

	static <T> T need(T value, String name) {
		if (value == null) {
			throw failure(Failure.BAD_REQUEST, "The request lacks its " + name + ".");
		}
		return value;
	}

	/** An empty list for none. */
	static <T> List<T> list(List<T> values, int most) {
		if (values == null) {
			return List.of();
		}
		if (values.size() > most || values.stream().anyMatch(java.util.Objects::isNull)) {
			throw failure(Failure.TOO_MUCH, "At most " + most + " elements, and none of them null.");
		}
		return values;
	}

	static int millis(int n) {
		if (n < 0 || n > LONGEST_MILLIS) {
			throw failure(Failure.BAD_REQUEST, "A time is 0 to " + LONGEST_MILLIS + " milliseconds.");
		}
		return n;
	}

	static byte[] orb(String text) {
		byte[] b = bytes(need(text, "orb"));
		if (b.length != ORB) {
			throw failure(Failure.BAD_REQUEST, "An ORB has " + ORB + " bytes here, not " + b.length + ".");
		}
		return b;
	}

	static List<StoredBytes> stores(List<AgentProtocol.Bytes> values) {
		List<StoredBytes> out = new ArrayList<>();
		for (AgentProtocol.Bytes b : list(values, MOST_STORES)) {
			out.add(new StoredBytes(b.address(), bytes(need(b.bytes(), "bytes"))));
		}
		return out;
	}

	static byte[] bytes(String base64) {
		return Base64.getDecoder().decode(base64);
	}

	static String base64(byte[] b) {
		return Base64.getEncoder().encodeToString(b);
	}
}
