// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNumberTest {
	@ParameterizedTest
	@CsvSource({"0.0.1234, 0.0.1234", "1234, 0.0.1234", "000A, 0.0.000a", "0.1.F00, 0.1.0f00", "fe.3.1, fe.3.0001"})
	void isWrittenAsLinuxDoes(String text, String written) throws AttachException {
		assertThat(DeviceNumber.of(text)).hasToString(written);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "0.0", "0.4.1234", "12345", "0.0.1234.", "../0.0.1234", "0x1234"})
	void anythingElseIsNone(String text) {
		assertThatThrownBy(() -> DeviceNumber.of(text)).isInstanceOf(AttachException.class)
				.hasMessage("\"" + text + "\" is no device number; they look like 0.0.1234");
	}

	@Test
	void aFailedCallNamesTheErrorAndWhatToDo() {
		assertThat(new SystemCallException("open /dev/vfio/vfio", 2))
				.hasMessageStartingWith("open /dev/vfio/vfio: ENOENT (no such file or directory). Load the module vfio");
		assertThat(new SystemCallException("close", 999)).hasMessage("close: error 999");
	}
}
