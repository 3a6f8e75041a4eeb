// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import org.ccwbench.channel.ChannelListener;
import org.ccwbench.channel.ChannelSubsystem;
import org.ccwbench.channel.Device;
import org.ccwbench.channel.Paths;
import org.ccwbench.channel.Scsw;
import org.ccwbench.channel.Subchannel;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.Devices;
import org.ccwbench.device.ImageException;
import org.ccwbench.storage.Bytes;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.device.CcwMdev;
import org.ccwbench.vfio.device.EventFd;
import org.ccwbench.vfio.device.FileTable;
import org.ccwbench.vfio.device.HostInterruptions;
import org.ccwbench.vfio.device.Ioctl;
import org.ccwbench.vfio.device.VfioContainer;
import org.ccwbench.vfio.device.VfioGroup;

/**
 * One of the recorder's devices with the monitor that drives it: a virtio-blk (2000), virtio-rng (1000, 3000) or 3270
 * (000A) behind vfio-ccw, three stretches of the monitor's memory and an eventfd for each interruption. The recorder's
 * channel never told of a suspended program, so that the driver kept it; here the host loses that one status, so
 * that the driver's way with such a program can be compared.
 */
final class GuestMachine {
	/** The stretches: IOVA, length, MAP_DMA flags. */
	private static final long[][] STRETCHES = {{0x10000, 0x40000, 3}, {0x1_2345_0000L, 0x10000, 3}, {0x80_0000, 0x4000, 1}};
	/** Index of the stretch that the recorder unmaps at the end. */
	private static final int LOW = 0;
	private static final int SETTLE_MICROS = 100_000;

	/** A recorded device: how it is attached. */
	private enum Kind {
		BLK("virtio-blk-ccw", "sectors=131072", 1, 0x2000, 0), RNG("virtio-rng-ccw", "", 0, 0x1000, 0),
		D3270("3270", "", 3, 0x000A, 1), CRW("3270", "", 3, 0x000A, 1), UNPLUG("virtio-rng-ccw", "", 4, 0x3000, 0);

		final String type;
		final String options;
		final int subchannel;
		final int number;
		final int chpid;

		Kind(String type, String options, int subchannel, int number, int chpid) {
			this.type = type;
			this.options = options;
			this.subchannel = subchannel;
			this.number = number;
			this.chpid = chpid;
		}

		static Kind of(String name) {
			for (Kind k : values()) {
				if (k.name().toLowerCase(java.util.Locale.ROOT).replace("d3270", "3270").equals(name)) {
					return k;
				}
			}
			throw new IllegalArgumentException("device \"" + name + "\": recorded are blk, rng, 3270, crw, unplug");
		}
	}

	private final Kind kind;
	private final Machine machine = new Machine();
	private final ChannelSubsystem channel = new ChannelSubsystem(machine.host());
	private final HostInterruptions host = new HostInterruptions(channel);
	private final Device attached;
	private final FileTable files = new FileTable();
	private final int[] descriptors = {files.eventfd(), files.eventfd(), files.eventfd()};
	private final VfioContainer container = new VfioContainer(machine);
	private final VfioGroup group;
	private final int groupFlags;
	private boolean mapped;
	private boolean moved;

	/** @param name the recorder's word for the device */
	GuestMachine(String name) {
		kind = Kind.of(name);
		try {
			attached = Devices.create(DeviceOptions.of(kind.type, kind.number, null, kind.options));
		} catch (ImageException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
		Subchannel subchannel = channel.attach(kind.subchannel, kind.number, attached,
				new Paths(0x80, 0x80, 0xFF, (long) kind.chpid << 56));
		channel.listener(new ChannelListener() {
			@Override
			public void commandStarted(int subchannel, int command) {
				moved = false;
			}

			@Override
			public void dataMoved(int subchannel, long address, int length, boolean toStorage) {
				moved = true;
			}

			@Override
			public void statusPending(int number, int statusControl) {
				if ((Bytes.get32(subchannel.irb(), 0) & (Scsw.SUSPENDED | Scsw.INTERMEDIATE)) == (Scsw.SUSPENDED | Scsw.INTERMEDIATE)) {
					channel.tsch(subchannel.sid(), new byte[96]);
				}
			}
		});
		for (long[] s : STRETCHES) {
			machine.storage(s[0], s[1]);
		}
		group = new VfioGroup(new CcwMdev(machine, container, host, subchannel.sid(), files));
		byte[] status = new byte[8];
		Bytes.put32(status, 0, status.length);
		require(group.status(status));
		groupFlags = Bytes.get32(status, 4);
		require(group.setContainer(container));
		require(container.setIommu(Ioctl.TYPE1_V2));
	}

	VfioContainer container() {
		return container;
	}

	/** Flags of the group before it was put into the container. */
	int groupFlags() {
		return groupFlags;
	}

	CcwMdev device() {
		return group.device();
	}

	Device attached() {
		return attached;
	}

	int chpid() {
		return kind.chpid;
	}

	/** Maps the stretches and opens the device, as the recorder does once it has asked for the container's properties. */
	void open() {
		if (!mapped) {
			mapped = true;
			for (long[] s : STRETCHES) {
				byte[] a = new byte[32];
				Bytes.put32(a, 0, a.length);
				Bytes.put32(a, 4, (int) s[2]);
				Bytes.put64(a, 8, Machine.GUEST_BASE + s[0]);
				Bytes.put64(a, 16, s[0]);
				Bytes.put64(a, 24, s[1]);
				require(container.ioctl(Ioctl.IOMMU_MAP_DMA, a));
			}
			require(group.openDevice());
		}
	}

	private static void require(int rc) {
		if (rc != 0) {
			throw new IllegalStateException("the device cannot be set up: " + org.ccwbench.vfio.Errno.text(rc));
		}
	}

	/** SET_IRQS with the eventfd for an interruption. */
	int setTrigger(int index) {
		byte[] a = new byte[24];
		Bytes.put32(a, 0, a.length);
		Bytes.put32(a, 4, Ioctl.IRQ_DATA_EVENTFD | Ioctl.IRQ_ACTION_TRIGGER);
		Bytes.put32(a, 8, index);
		Bytes.put32(a, 16, 1);
		Bytes.put32(a, 20, descriptors[index]);
		return device().ioctl(Ioctl.DEVICE_SET_IRQS, a);
	}

	/** The eventfd for an interruption: 0 I/O, 1 channel report, 2 release request. */
	EventFd events(int index) {
		return files.get(descriptors[index]);
	}

	/** UNMAP_DMA of the lowest stretch; the structure as it comes back. */
	int unmap(byte[] argument) {
		Bytes.put32(argument, 0, argument.length);
		Bytes.put64(argument, 8, STRETCHES[LOW][0]);
		Bytes.put64(argument, 16, STRETCHES[LOW][1]);
		return container.ioctl(Ioctl.IOMMU_UNMAP_DMA, argument);
	}

	/** Takes the device away, as pulling its plug does; the host notices. */
	void unplug() {
		channel.detach(kind.subchannel);
		device().subchannelEvent();
	}

	// --- storage and time --------------------------------------------------------------------------------------

	/** Fills all storage with zeros, as the recorder does before each program. */
	void clear() {
		byte[] zeros = new byte[4096];
		for (long[] s : STRETCHES) {
			for (long at = 0; at < s[1]; at += zeros.length) {
				machine.user().store(Machine.GUEST_BASE + s[0] + at, zeros, 0, zeros.length);
			}
		}
		moved = false;
	}

	void store(long iova, byte[] bytes) {
		machine.user().store(address(iova, bytes.length), bytes, 0, bytes.length);
	}

	byte[] load(long iova, int length) {
		return machine.user().bytes(address(iova, length), length);
	}

	private static long address(long iova, int length) {
		for (long[] s : STRETCHES) {
			if (iova >= s[0] && length <= s[1] && iova - s[0] <= s[1] - length) {
				return Machine.GUEST_BASE + iova;
			}
		}
		throw new IllegalArgumentException(String.format("%d bytes at %X: the monitor has no memory there", length, iova));
	}

	void pass(long micros) {
		host.advance(micros);
	}

	/** Lets what was begun come to rest, as between two of the recorder's calls. */
	void settle() {
		pass(SETTLE_MICROS);
	}

	/** Whether the last command moved data. */
	boolean moved() {
		return moved;
	}
}
