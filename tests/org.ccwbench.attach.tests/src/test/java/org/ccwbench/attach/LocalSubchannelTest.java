// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.List;
import org.ccwbench.attach.Execution.End;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver's answers are those of Linux 6.12, which the simulated kernel is held against elsewhere. */
class LocalSubchannelTest {
	@ParameterizedTest
	@ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
	void senseIdOfADiskOnAHostOfEitherByteOrder(String order) throws AttachException {
		SimulatedHost host = Lab.host(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		try (LocalSubchannel s = Lab.open(host, Lab.DISK)) {
			assertThat(s.identity().type()).isEqualTo("3390");
			assertThat(s.identity().device()).isEqualTo(Lab.DISK);
			// SENSE ID, SLI, 7 bytes
			Execution e = Lab.run(s, Lab.at(Lab.CP, "E4200007 00012000"));
			assertThat(e.returnCode()).isZero();
			assertThat(e.end()).isEqualTo(End.ENDED);
			assertThat(e.interruptions()).hasSize(1);
			// start function, secondary and primary status, pending; CPA behind the CCW; channel end and device end
			assertThat(Lab.hex(e.interruptions().get(0))).startsWith("00c04007" + "00011008" + "0c000000");
			assertThat(e.changed()).singleElement().satisfies(c -> {
				assertThat(c.address()).isEqualTo(Lab.DATA);
				assertThat(Lab.hex(c.bytes())).startsWith("ff3990");
			});
			assertThat(Lab.hex(s.schib()).substring(11, 16)).as("device number valid, and the number").isEqualTo("10120");
		}
		assertThat(host.inUse()).as("files and memory that are not given back").isZero();
	}

	@Test
	void unmappedDataIsRefusedByTheDriver() throws AttachException {
		try (LocalSubchannel s = Lab.open(Lab.host(), Lab.DISK)) {
			Execution e = Lab.run(s, Lab.at(Lab.CP, "E4200007 00700000"));
			assertThat(e.returnCode()).isEqualTo(-22);
			assertThat(e.interruptions()).isEmpty();
		}
	}

	@Test
	void dataInStorageThatIsMappedForReadingAreRefusedByTheDriver() throws AttachException {
		try (LocalSubchannel s = Lab.open(Lab.host(), Lab.DISK)) {
			assertThat(Lab.run(s, Lab.at(Lab.CP, "E4200007 00800000")).returnCode()).isEqualTo(-1);
		}
	}

	@Test
	void aSuspendedProgramKeepsTheSubchannelBusyUntilItIsCleared() throws AttachException {
		SimulatedHost host = Lab.host();
		try (LocalSubchannel s = Lab.open(host, Lab.DISK)) {
			// An ORB with the suspend bit, and a CCW that suspends.
			s.store(Lab.CP, Lab.hex("03600001 00012000 E4220007 00012000"));
			Execution e = s.execute(List.of(), Orbs.orb(0x08C0_FF00, Lab.CP), 300, () -> false);
			assertThat(e.end()).isIn(End.SUSPENDED, End.TIME_OVER);
			assertThat(s.clear()).isZero();
		}
		assertThat(host.pinned()).isFalse();
	}

	@Test
	void aProgramThatNeverEndsIsHaltedInTime() throws AttachException {
		SimulatedHost host = Lab.host();
		try (LocalSubchannel s = Lab.open(host, Lab.DISK)) {
			// NOP, command chaining; TIC back to it
			Execution e = s.execute(List.of(Lab.at(Lab.CP, "E4600007 00012000 08000000 00011000")), Lab.orb(), 50, () -> false);
			assertThat(e.end()).as(() -> e.returnCode() + " " + e.interruptions().stream().map(Lab::hex).toList() + e.notes()).isEqualTo(End.TIME_OVER);
			assertThat(e.notes()).contains("the program had not ended in time: HALT SUBCHANNEL");
			assertThat(Lab.run(s, Lab.at(Lab.CP, "E4200007 00012000")).returnCode()).isZero();
		}
		assertThat(host.pinned()).isFalse();
	}

	@Test
	void cancellingHaltsTheProgram() throws AttachException {
		try (LocalSubchannel s = Lab.open(Lab.host(), Lab.DISK)) {
			Execution e = s.execute(List.of(Lab.at(Lab.CP, "E4600007 00012000 08000000 00011000")), Lab.orb(), 60_000, () -> true);
			assertThat(e.end()).isEqualTo(End.CANCELLED);
			assertThat(e.notes()).contains("cancelled: HALT SUBCHANNEL");
		}
	}

	@Test
	void closingWhileAProgramRunsEndsItAndGivesEverythingBack() throws Exception {
		SimulatedHost host = Lab.host();
		LocalSubchannel s = Lab.open(host, Lab.DISK);
		Thread running = new Thread(() -> {
			try {
				s.execute(List.of(Lab.at(Lab.CP, "E4600007 00012000 08000000 00011000")), Lab.orb(), 60_000, () -> false);
			} catch (AttachException e) {
				assertThat(e).hasMessage("The device was closed.");
			}
		});
		running.start();
		while (!host.pinned() && running.isAlive()) {
			Thread.onSpinWait();
		}
		s.close();
		running.join(10_000);
		assertThat(running.isAlive()).isFalse();
		assertThat(host.inUse()).isZero();
		assertThat(host.pinned()).isFalse();
	}

	@Test
	void aDeviceThatIsPulledOutIsReportedAsGone() throws AttachException {
		SimulatedHost host = Lab.host();
		try (LocalSubchannel s = Lab.open(host, Lab.RANDOM)) {
			host.unplug(DeviceNumber.of(Lab.RANDOM));
			assertThat(s.releaseRequested()).isTrue();
			assertThat(Lab.run(s, Lab.at(Lab.CP, "03200001 00012000")).returnCode()).isNegative();
			assertThat(s.schib()).isNull();
		}
		assertThat(host.inUse()).isZero();
	}

	@Test
	void onlyOneMayHaveADeviceOpen() throws AttachException {
		SimulatedHost host = Lab.host();
		try (LocalSubchannel first = Lab.open(host, Lab.DISK)) {
			assertThatThrownBy(() -> Lab.open(host, Lab.DISK)).isInstanceOf(SystemCallException.class)
					.hasMessageContaining("EBUSY").hasMessageContaining("Another program has the device open");
			assertThat(Lab.run(first, Lab.at(Lab.CP, "03200001 00012000")).returnCode()).isZero();
		}
		assertThat(host.inUse()).isZero();
	}

	@Test
	void stretchesThatOverlapAreRefusedAndNothingStaysOpen() throws AttachException {
		SimulatedHost host = Lab.host();
		DeviceNumber n = DeviceNumber.of(Lab.DISK);
		assertThatThrownBy(() -> new LocalSubchannel(host, host.find(n), n,
				List.of(new StorageStretch(0, 0x2000, true), new StorageStretch(0x1000, 0x1000, true))))
				.hasMessage("Guest storage at 1000 is wanted twice.");
		assertThat(host.inUse()).isZero();
	}

	@Test
	void nobodyChangesStorageWhileAProgramThatWasLookedAtGoesOn() throws Exception {
		SimulatedHost host = Lab.host();
		try (LocalSubchannel s = Lab.open(host, Lab.DISK)) {
			Thread running = new Thread(() -> {
				try {
					s.execute(List.of(Lab.at(Lab.CP, "E4600007 00012000 08000000 00011000")), Lab.orb(), 60_000, () -> false);
				} catch (AttachException e) {
					assertThat(e).hasMessage("The device was closed.");
				}
			});
			running.start();
			while (!host.pinned() && running.isAlive()) {
				Thread.onSpinWait();
			}
			assertThatThrownBy(() -> s.store(Lab.CP, Lab.hex("05"))).hasMessageStartingWith("Guest storage cannot be changed while a program goes on");
			s.close();
			running.join(10_000);
		}
	}
}
