// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobTest {
	@Test
	void globsMatchNames() {
		assertThat(Glob.matches("ssch-*", "ssch-basic")).isTrue();
		assertThat(Glob.matches("*-b?sic", "ssch-basic")).isTrue();
		assertThat(Glob.matches("ssch", "ssch-basic")).isFalse();
		assertThat(Glob.matches("*", "")).isTrue();
		assertThat(Glob.matches("*a*a*a*a*b", "a".repeat(10_000))).isFalse();
	}
}
