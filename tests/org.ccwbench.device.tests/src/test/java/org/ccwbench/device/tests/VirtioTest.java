// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Virtio devices on a channel; expected values from Virtual I/O Device 1.2, 4.3 and 5.2, and recorded of QEMU 10. */
class VirtioTest {
	private static final int SID = 0x0001_0000;
	private static final long CCW = 0x1000;
	private static final long DATA = 0x2000;
	private static final String SLI = "20";
	private static final String NONE = "00";

	private Storage storage;
	private ChannelSubsystem channel;
	private String irb;

	@BeforeEach
	void attach() throws Exception {
		attach("virtio-blk-ccw", "sectors=131072");
	}

	private void attach(String type, String options) throws Exception {
		storage = new Storage("test", 1 << 20);
		channel = new ChannelSubsystem(storage);
		channel.attach(0, 0x2000, Devices.create(DeviceOptions.of(type, 0x2000, null, options)));
		enable(true);
	}

	private void enable(boolean on) {
		byte[] schib = new byte[52];
		channel.stsch(SID, schib);
		Bytes.put32(schib, 4, Bytes.get32(schib, 4) & ~0x0080_0000 | (on ? 0x0080_0000 : 0));
		Bytes.put32(schib, 24, 1);
		assertThat(channel.msch(SID, schib)).isZero();
	}

	/** One command with its count and what its area holds; what the area holds afterwards. */
	private String command(int code, String flags, String area) {
		byte[] data = HexFormat.of().parseHex(area.replace(" ", ""));
		storage.store(DATA, data, 0, data.length);
		byte[] ccw = HexFormat.of().parseHex(String.format("%02x%s%04x%08x", code, flags, data.length, DATA));
		storage.store(CCW, ccw, 0, 8);
		assertThat(channel.ssch(SID, HexFormat.of().parseHex("00000000" + "0080ff00" + "00001000"))).isZero();
		channel.advance(1000);
		byte[] bytes = new byte[96];
		assertThat(channel.tsch(SID, bytes)).isZero();
		irb = HexFormat.of().formatHex(bytes);
		return HexFormat.of().formatHex(storage.bytes(DATA, data.length));
	}

	private void ends() {
		assertThat(irb.substring(16, 24)).as("channel end, device end, count 0").isEqualTo("0c000000");
	}

	private void rejected() {
		assertThat(irb.substring(16, 18)).as("unit check alone").isEqualTo("02");
		assertThat(irb.substring(64, 66)).as("concurrent sense: command reject").isEqualTo("80");
	}

	private void revision(int number) {
		command(0x83, SLI, String.format("%04x0000", number));
		ends();
	}

	@Test
	void theControlUnitIs3832AndItsModelTheKindOfDevice() throws Exception {
		assertThat(command(0xE4, NONE, "ee".repeat(256))).isEqualTo("ff383202" + "00".repeat(252));
		ends();
		attach("virtio-rng-ccw", "");
		assertThat(command(0xE4, SLI, "eeeeeeee")).isEqualTo("ff383204");
	}

	@Test
	void aRevisionIsChosenOnceUntilTheSubchannelIsDisabled() {
		revision(2);
		command(0x83, SLI, "00010000");
		rejected();
		enable(false);
		enable(true);
		revision(1);
	}

	@Test
	void unknownRevisionsAndRevisionsWithDataAreRejected() {
		command(0x83, SLI, "00630000");
		rejected();
		command(0x83, SLI, "000100040000000000");
		rejected();
		revision(1);
	}

	@Test
	void aDriverThatAsksForNoRevisionIsOneFromBeforeThem() {
		command(0x33, SLI, "");
		ends();
		command(0x83, SLI, "00010000");
		rejected();
		assertThat(command(0x12, NONE, "eeeeeeee00")).as("low features, little-endian, then the index").isEqualTo("546e003900");
		assertThat(command(0x12, NONE, "eeeeeeee01")).as("no version 1").isEqualTo("0000000001");
	}

	@Test
	void fromRevision1OnThereIsVersion1AndNoNotificationOnEmpty() {
		revision(1);
		assertThat(command(0x12, NONE, "eeeeeeee00")).isEqualTo("546e003800");
		assertThat(command(0x12, NONE, "eeeeeeee01")).isEqualTo("0100000001");
		assertThat(command(0x12, NONE, "eeeeeeee02")).isEqualTo("0000000002");
	}

	@Test
	void theConfigurationIsReadAsFarAsTheCountGoes() {
		command(0x33, SLI, "");
		assertThat(command(0x22, NONE, "ee".repeat(8))).as("capacity, in the guest's order").isEqualTo("0000000000020000");
		ends();
		assertThat(command(0x22, SLI, "ee".repeat(60))).isEqualTo("0000000000020000" + "00000000" + "000000fe" + "0082103f"
				+ "00000200" + "0000" + "0000" + "00000000" + "0100" + "0001" + "003fffff" + "00000001" + "00000001" + "003fffff"
				+ "00000001" + "01" + "eeeeee");
	}

	@Test
	void fromRevision1OnTheConfigurationIsLittleEndian() {
		revision(1);
		assertThat(command(0x22, NONE, "ee".repeat(24))).isEqualTo("0000020000000000" + "00000000" + "fe000000" + "8200103f" + "00020000");
	}

	@Test
	void theWriteCacheCanBeTurnedOffAndComesBackWithReset() {
		revision(1);
		command(0x21, SLI, "00".repeat(33));
		ends();
		assertThat(command(0x22, NONE, "ee".repeat(33))).endsWith("00");
		command(0x33, SLI, "");
		assertThat(command(0x22, NONE, "ee".repeat(33))).endsWith("01");
	}

	@Test
	void statusIsReadFromRevision2OnAndFeaturesThatAreNotThereAreNotAgreed() {
		command(0x31, NONE, "03");
		ends();
		command(0x72, NONE, "ee");
		rejected();
		enable(false);
		enable(true);
		revision(2);
		command(0x31, NONE, "03");
		assertThat(command(0x72, NONE, "ee")).isEqualTo("03");
		command(0x11, NONE, "0000008000");
		command(0x31, NONE, "0b");
		assertThat(command(0x72, NONE, "ee")).as("features OK is off").isEqualTo("03");
		command(0x11, NONE, "0402000000");
		command(0x31, NONE, "0b");
		assertThat(command(0x72, NONE, "ee")).isEqualTo("0b");
		command(0x31, NONE, "00");
		assertThat(command(0x72, NONE, "ee")).isEqualTo("00");
	}

	@Test
	void queuesHaveASizeAndAreSetUpWithinIt() throws Exception {
		command(0x33, SLI, "");
		assertThat(command(0x32, NONE, "0000eeee")).isEqualTo("00000100");
		assertThat(command(0x32, NONE, "0001eeee")).as("no second").isEqualTo("00010000");
		command(0x13, NONE, "0000000000100000" + "00001000" + "0000" + "0100");
		ends();
		command(0x13, NONE, "0000000000100000" + "00001000" + "0000" + "0101");
		rejected();
		command(0x13, NONE, "0000000000100000" + "00001000" + "0001" + "0001");
		rejected();
		attach("virtio-rng-ccw", "");
		revision(1);
		assertThat(command(0x32, NONE, "0000eeee")).isEqualTo("00000008");
		command(0x13, NONE, "0000000000100000" + "00000000" + "0000" + "0008" + "0000000000101000" + "0000000000102000");
		ends();
	}

	@Test
	void indicatorsAreOfOneKind() {
		command(0x43, NONE, "0000000000003000");
		ends();
		command(0x53, NONE, "0000000000003008");
		ends();
		command(0x73, NONE, "00".repeat(25));
		rejected();
		command(0x33, SLI, "");
		command(0x73, NONE, "00".repeat(25));
		ends();
		command(0x43, NONE, "0000000000003000");
		rejected();
	}

	@Test
	void whatIsTooShortOrUnknownIsRejected() {
		command(0x12, SLI, "eeeeeeee");
		rejected();
		command(0x99, SLI, "ee");
		rejected();
		assertThat(command(0x04, NONE, "ee".repeat(32))).as("concurrent sense took it").isEqualTo("00".repeat(32));
	}

	@Test
	void optionsAreChecked() {
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> attach("virtio-blk-ccw", "sectors=many"));
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> attach("virtio-rng-ccw", "sectors=1"));
	}
}
