// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.util.List;

/**
 * Measurements whose tools are no part of the product. {@code ./ccwb bench} builds them and puts them on the class
 * path, where they are found as a service.
 */
public interface Benchmarks {
	/** Names of the cases, in the order in which they are measured. */
	List<String> cases();

	/**
	 * Measures one case in virtual machines of its own.
	 *
	 * @param quick less of everything, rougher figures
	 * @param to    takes the figures
	 */
	void measure(String name, boolean quick, Figures to);
}
