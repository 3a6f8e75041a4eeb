// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import java.util.HexFormat;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Paths;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.DmaMap;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Machine;

/**
 * A vfio-ccw device that is open: subchannel 3, device 000A over channel path 01. The monitor's memory is mapped at
 * 10000 to 4FFFF for reading and writing, at 800000 to 803FFF for reading; a channel program lies at 11000.
 */
final class Bench {
	static final int LOW = 0x10000;
	static final int LOW_LENGTH = 0x40000;
	static final int READ_ONLY = 0x80_0000;
	static final int PROGRAM = 0x11000;
	static final String ORB = "cafe0001" + "00c28000" + "00011000";
	static final String START = "00004000" + "0".repeat(16);
	private static final int SUBCHANNEL = 3;
	private static final HexFormat HEX = HexFormat.of();

	final Machine machine = new Machine();
	final ChannelSubsystem channel = new ChannelSubsystem(machine.host());
	final HostInterruptions host = new HostInterruptions(channel);
	final PatientDevice device = new PatientDevice();
	final FileTable files = new FileTable();
	final VfioContainer container;
	final VfioGroup group;
	final CcwMdev mdev;
	final EventFd[] events = new EventFd[3];

	Bench() {
		this(Ioctl.TYPE1_V2);
	}

	Bench(int type) {
		this(type, DriverVersion.LINUX_6_12);
	}

	Bench(DriverVersion version) {
		this(Ioctl.TYPE1_V2, version);
	}

	private Bench(int type, DriverVersion version) {
		int sid = channel.attach(SUBCHANNEL, 0x000A, device, new Paths(0x80, 0x80, 0xFF, 1L << 56)).sid();
		container = new VfioContainer(machine, DmaMap.DEFAULT_LIMIT, version);
		mdev = new CcwMdev(version, machine, container, host, sid, files);
		group = new VfioGroup(mdev);
		group.setContainer(container);
		container.setIommu(type);
		machine.storage(LOW, LOW_LENGTH);
		machine.storage(READ_ONLY, 0x4000);
		map(LOW, LOW_LENGTH, 3);
		map(READ_ONLY, 0x4000, 1);
		group.openDevice();
		for (int i = 0; i < events.length; i++) {
			int descriptor = files.eventfd();
			events[i] = files.get(descriptor);
			mdev.ioctl(Ioctl.DEVICE_SET_IRQS, words(24, 36, i, 0, 1, descriptor));
		}
	}

	/** A structure of 32-bit words, big-endian. */
	static byte[] words(int... words) {
		byte[] b = new byte[4 * words.length];
		for (int i = 0; i < words.length; i++) {
			Bytes.put32(b, 4 * i, words[i]);
		}
		return b;
	}

	int map(long iova, long length, int flags) {
		byte[] a = new byte[32];
		Bytes.put32(a, 0, 32);
		Bytes.put32(a, 4, flags);
		Bytes.put64(a, 8, Machine.GUEST_BASE + iova);
		Bytes.put64(a, 16, iova);
		Bytes.put64(a, 24, length);
		return container.ioctl(Ioctl.IOMMU_MAP_DMA, a);
	}

	/** Bytes unmapped, or a negative error number. */
	long unmap(long iova, long length, int flags) {
		byte[] a = new byte[24];
		Bytes.put32(a, 0, 24);
		Bytes.put32(a, 4, flags);
		Bytes.put64(a, 8, iova);
		Bytes.put64(a, 16, length);
		int rc = container.ioctl(Ioctl.IOMMU_UNMAP_DMA, a);
		return rc != 0 ? rc : Bytes.get64(a, 16);
	}

	Bench store(long iova, String hex) {
		byte[] b = HEX.parseHex(hex.replace(" ", ""));
		machine.user().store(Machine.GUEST_BASE + iova, b, 0, b.length);
		return this;
	}

	String load(long iova, int length) {
		return HEX.formatHex(machine.user().bytes(Machine.GUEST_BASE + iova, length));
	}

	/** Writes ORB and SCSW, zeros for the rest; what pwrite returns. */
	int write(String orb, String scsw) {
		byte[] region = HEX.parseHex(orb + scsw + "0".repeat(200));
		return mdev.pwrite(region, region.length, 0);
	}

	/** Starts the program that these CCWs make up. */
	int start(String ccws) {
		store(PROGRAM, ccws);
		return write(ORB, START);
	}

	/** Writes a command into the async region. */
	int command(int command) {
		return mdev.pwrite(words(command, 0), 8, 0x400);
	}

	/** What pread gives as hex, or the negative error number. */
	String read(long position, int count) {
		byte[] b = new byte[count];
		int rc = mdev.pread(b, count, position);
		return rc < 0 ? Integer.toString(rc) : HEX.formatHex(b, 0, rc);
	}

	/** The SCSW in the I/O region's IRB. */
	String scsw() {
		return read(24, 12);
	}

	int returnCode() {
		return (int) Long.parseLong(read(120, 4), 16);
	}

	/** Lets a second pass. */
	Bench pass() {
		host.advance(1_000_000);
		return this;
	}

	long io() {
		return events[0].take();
	}

	long pins() {
		return machine.pins().pins();
	}

	void unplug() {
		channel.detach(SUBCHANNEL);
		mdev.subchannelEvent();
	}
}
