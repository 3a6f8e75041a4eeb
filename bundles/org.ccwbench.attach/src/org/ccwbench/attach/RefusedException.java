// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;

/** The guard lets a channel program not pass. Nothing was sent to the device. */
public final class RefusedException extends AttachException {
	private static final long serialVersionUID = 1L;
	private final transient List<Refusal> refusals;

	/**
	 * @param device   number, "0.0.1234"
	 * @param refusals at least one
	 */
	public RefusedException(String device, List<Refusal> refusals) {
		super(words(device, refusals));
		this.refusals = List.copyOf(refusals);
	}

	/** As an agent tells it, in words only. */
	public RefusedException(String message) {
		super(message);
		refusals = List.of();
	}

	private static String words(String device, List<Refusal> refusals) {
		StringBuilder out = new StringBuilder("Nothing was sent to " + device + ": ");
		for (int i = 0; i < Math.min(refusals.size(), 5); i++) {
			out.append(i == 0 ? "" : "; ").append(refusals.get(i));
		}
		if (refusals.size() > 5) {
			out.append("; and ").append(refusals.size() - 5).append(" more");
		}
		boolean ever = refusals.stream().noneMatch(Refusal::always);
		return out.append(ever ? ". To let it pass, arm writing by typing the number of the device" : "").append('.').toString();
	}

	/** Every reason; none where an agent has told them in words. */
	public List<Refusal> refusals() {
		return refusals;
	}
}
