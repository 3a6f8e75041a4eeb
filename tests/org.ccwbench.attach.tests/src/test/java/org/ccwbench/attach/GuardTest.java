// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format-1 CCWs at 11000: command, flags (80 CD, 40 CC, 20 SLI, 10 skip, 04 IDA), count, address; parameters at 12000. */
class GuardTest {
	private final byte[] storage = new byte[0x20000];
	private final GuestBytes guest = (address, into, offset, length) -> {
		boolean there = address >= 0x10000 && address + length <= 0x10000 + storage.length;
		if (there) {
			System.arraycopy(storage, (int) address - 0x10000, into, offset, length);
		}
		return there;
	};

	private void put(long address, String hex) {
		byte[] b = Lab.hex(hex);
		System.arraycopy(b, 0, storage, (int) address - 0x10000, b.length);
	}

	private Ranges check(String type, boolean armed, byte[] orb) throws RefusedException {
		return new Guard(type, guest).check("0.0.0120", orb, armed);
	}

	private void passes(String type) {
		assertThatCode(() -> check(type, false, Lab.orb())).doesNotThrowAnyException();
	}

	private void refuses(String type, String why) {
		assertThatThrownBy(() -> check(type, false, Lab.orb())).isInstanceOf(RefusedException.class).hasMessageContaining(why);
		assertThatCode(() -> check(type, true, Lab.orb())).as("armed").doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({"3390, 06", "3390, 1E", "3390, E4", "3390, 64", "9336, 42", "3480, 02", "3420, 27", "3420, 07", "3270, 05", "3270, 11", "1403, 02",
		"3505, 02", "3215, 09", "3832, 12"})
	void commandsThatOnlyReadOrHaveNoMediumPass(String type, String command) {
		put(Lab.CP, command + "200010 00012000");
		passes(type);
	}

	@ParameterizedTest
	@CsvSource({"3390, 05, WRITE DATA", "3390, 1D, WRITE COUNT KEY AND DATA", "3390, 11, ERASE", "3390, 94, DEVICE RELEASE", "3390, F7, DEFINE SUBSYSTEM",
		"9336, 41, WRITE", "3480, 01, WRITE", "3480, 1F, WRITE TAPE MARK", "3480, 97, DATA SECURITY ERASE", "3420, 17, ERASE GAP", "1403, 01, WRITE",
		"3832, 21, WRITE CONFIGURATION"})
	void commandsThatChangeTheMediumPassOnlyArmed(String type, String command, String name) {
		put(Lab.CP, command + "200010 00012000");
		refuses(type, name);
	}

	@ParameterizedTest
	@CsvSource({"3390, D7", "3390, 00FF", "9336, 05"})
	void commandsThatNoTableHasPassOnlyArmed(String type, String command) {
		put(Lab.CP, command.substring(command.length() - 2) + "200010 00012000");
		refuses(type, "is not in the table of commands of a " + type);
	}

	@ParameterizedTest
	@ValueSource(strings = {"01", "02", "05", "AF", "D7"})
	void aDeviceThatDoesNotTellItsTypeGetsNothingThatCouldTouchAMedium(String command) {
		put(Lab.CP, command + "200010 00012000");
		refuses(null, "the CCW at 00011000 (command " + command + ")");
	}

	@ParameterizedTest
	@ValueSource(strings = {"03", "04", "E4", "64"})
	void aDeviceThatDoesNotTellItsTypeCanBeAskedWhatItIs(String command) {
		put(Lab.CP, command + "200010 00012000");
		passes(null);
	}

	@ParameterizedTest
	@ValueSource(strings = {"13", "43", "53", "73"})
	void addressesThatNobodyTranslatesNeverReachAVirtioDevice(String command) {
		put(Lab.CP, command + "200020 00012000");
		assertThatThrownBy(() -> check("3832", true, Lab.orb())).hasMessageContaining("addresses of storage that nobody translates")
				.hasMessageNotContaining("arm");
	}

	// --- commands inside a data stream ---------------------------------------------------------------------------

	@ParameterizedTest
	@CsvSource({"63, 40, true", "63, 00, true", "63, 80, false", "63, C0, false", "1F, 40, true", "1F, C0, false", "47, 06, true", "47, 16, true",
		"47, 01, false", "47, 03, false", "47, 0B, false", "47, 3F, false", "4B, 0C, true", "4B, 01, false", "27, 18, true", "27, 1D, false", "AF, 00, true",
		"AF, 20, false", "AF, 40, false"})
	void parametersOfADiskDecide(String command, String first, boolean passes) {
		put(Lab.CP, command + "200020 00012000");
		put(0x12000, first + "00".repeat(31));
		if (passes) {
			passes("3390");
		} else {
			refuses("3390", "the CCW at 00011000 (command " + command + ") is ");
		}
	}

	@Test
	void aPrefixWithWriteIntentIsRefused() {
		put(Lab.CP, "E7200040 00012000");
		// Format 1, extent valid; the extent at byte 12 inhibits writing, the locate record at byte 44 reads data.
		put(0x12000, "0180" + "00".repeat(10) + "40" + "00".repeat(31) + "06" + "00".repeat(19));
		passes("3390");
		put(0x12000 + 12, "80");
		refuses("3390", "is PREFIX with write intent: its extent permits writing");
		put(0x12000 + 12, "40");
		put(0x12000 + 44, "01");
		refuses("3390", "is PREFIX with write intent: its operation is not known to read");
		put(0x12000 + 44, "0620");
		refuses("3390", "is PREFIX with a command inside");
		put(0x12000 + 44, "0600");
		put(0x12000, "02");
		refuses("3390", "is PREFIX of a format that is not known");
	}

	@Test
	void parametersThatAreScatteredOrChainedAreFoundWhereverTheyLie() {
		// LOCATE RECORD, IDA: the list at 13000, 2K blocks of 31-bit addresses; the operation is the last byte of its block.
		put(Lab.CP, "47240010 00013000");
		put(0x13000, "000127FF 00014000");
		put(0x127FF, "01");
		refuses("3390", "LOCATE RECORD for an operation");
		// The same byte behind a data-chained CCW of which the ignored command says READ.
		put(Lab.CP, "E7A00001 00012000 06200100 00012100");
		put(0x12000, "01");
		put(0x12100, "80" + "00".repeat(10) + "C0");
		refuses("3390", "PREFIX with write intent");
	}

	@Test
	void parametersThatAreTooShortToTellAreRefused() {
		put(Lab.CP, "E7200008 00012000");
		put(0x12000, "0180");
		refuses("3390", "PREFIX with write intent");
	}

	@Test
	void aProgramThatReadsIntoItsOwnParametersIsRefused() {
		// READ DATA into the parameters of the LOCATE RECORD that follows.
		put(Lab.CP, "06600010 00012000 47200010 00012000");
		put(0x12000, "06");
		refuses("3390", "reads into the parameters of one of its own commands");
	}

	@ParameterizedTest
	@CsvSource({"02A00010, 03200010", "01A00010, 02300010", "01A00010, 04300010"})
	void whatTheDriverWouldLeaveUntranslatedNeverPasses(String first, String chained) {
		// Data chaining makes the channel ignore the second command byte; the driver takes it for a NOP, or a read that skips.
		put(Lab.CP, first + " 00012000 " + chained + " 00012100");
		assertThatThrownBy(() -> check("3480", true, Lab.orb())).hasMessageContaining("the device would reach the host's own storage")
				.hasMessageNotContaining("arm");
	}

	// --- how a program can come to a command -----------------------------------------------------------------------

	@Test
	void aWriteBehindATicIsFound() {
		put(Lab.CP, "03600001 00012000 08000000 00015000");
		put(0x15000, "05200008 00012000");
		refuses("3390", "the CCW at 00015000 (command 05) is WRITE DATA");
	}

	@Test
	void aWriteThatASearchSkipsToIsFound() {
		// SEARCH ID EQUAL, TIC back to it; status modifier leads past the TIC.
		put(Lab.CP, "31600005 00012000 08000000 00011000 05200008 00012000");
		refuses("3390", "the CCW at 00011010 (command 05) is WRITE DATA");
	}

	@Test
	void anIgnoredCommandByteCountsOnceATicLeadsToIt() {
		// READ, data chained to a CCW with the byte 05; a TIC goes to that CCW as to a command.
		put(Lab.CP, "06A00010 00012000 05600010 00012100 08000000 00011008");
		refuses("3390", "the CCW at 00011008 (command 05) is WRITE DATA");
	}

	@Test
	void whatLiesBehindTheLastCcwIsNotLookedAt() {
		put(Lab.CP, "03600001 00012000 06200010 00012000 05050505 05050505");
		passes("3390");
	}

	@Test
	void formatZeroProgramsAreReadAsSuch() throws RefusedException {
		// WRITE DATA: 05, 24-bit address, flags, 0, count; 18 is a TIC in format 0.
		put(Lab.CP, "18015000 00000000");
		put(0x15000, "05012000 20000008");
		byte[] orb = Orbs.orb(0x0040_FF00, Lab.CP);
		assertThatThrownBy(() -> check("3390", false, orb)).hasMessageContaining("the CCW at 00015000 (command 05) is WRITE DATA");
		assertThat(check("3390", true, orb)).isNotNull();
	}

	@Test
	void endlessDataChainingIsTooMuchToLookAt() {
		put(Lab.CP, "06A00010 00012000 08000000 00011000");
		refuses("3390", "too many to look at");
	}

	@Test
	void transportModeAndModifiedIndirectAddressingCannotBeLookedInto() {
		put(Lab.CP, "06010010 00012000");
		refuses("3390", "modified indirect addressing");
		byte[] orb = Orbs.orb(0x0044_FF00, Lab.CP);
		assertThatThrownBy(() -> check("3390", false, orb)).hasMessageContaining("transport-mode");
	}

	@Test
	void aProgramThatTheOneGoingOnCanChangeIsRefusedUntilThatHasEnded() throws RefusedException {
		Guard guard = new Guard("3390", guest);
		put(Lab.CP, "06200100 00015000");
		guard.begun(guard.check("0.0.0120", Lab.orb(), false));
		put(0x15000, "03200001 00012000");
		byte[] other = Orbs.orb(0x00C0_FF00, 0x15000);
		assertThatThrownBy(() -> guard.check("0.0.0120", other, false)).hasMessageContaining("the one that is going on can still change");
		guard.ended();
		assertThatCode(() -> guard.check("0.0.0120", other, false)).doesNotThrowAnyException();
	}

	@Test
	void whatReadsCanStoreIntoIsKnown() throws RefusedException {
		put(Lab.CP, "06600010 00012000 06700010 00013000 0C200010 0001400F");
		put(Lab.CP + 16, "02200010 00014000");
		assertThat(check("3480", true, Lab.orb()).stretches().stream().map(Arrays::toString))
				.as("the skipped one stores nothing").containsExactly("[73728, 16]", "[81920, 16]");
	}
}
