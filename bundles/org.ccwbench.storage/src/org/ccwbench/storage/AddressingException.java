// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.storage;

/** An address that is not available in a space. Carries no stack trace: it is part of the architecture, not a fault of ours. */
public final class AddressingException extends RuntimeException {
	private static final long serialVersionUID = 1L;
	private final long address;

	public AddressingException(AddressSpace space, long address) {
		super(String.format("%s has no storage at %X", space.name(), address), null, false, false);
		this.address = address;
	}

	/** The first address that was not available. */
	public long address() {
		return address;
	}
}
