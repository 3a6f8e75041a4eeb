// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio.device;

import org.ccwbench.storage.Bytes;
import org.ccwbench.storage.Storage;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.VfioListener;

/**
 * The mediated device that vfio_ccw makes of a host's subchannel, as user space sees its file on Linux 6.12, 5.17 or
 * 4.19: opened, closed, read and written by offset, asked and told by ioctls. Results are counts of bytes, or 0, or
 * negative error numbers (where the C library would give −1 and errno). Simulated time passes only in {@link
 * HostInterruptions}, and while a busy subchannel is made quiet.
 * <p>What the regions hold lies as bytes in {@link #regions()}, laid out as in the file; it outlives closing, as
 * it does in the kernel. Not thread-safe.
 */
public final class CcwMdev {
	private final DriverVersion version;
	private final Descriptions descriptions;
	private final CioSubchannel subchannel;
	private final HostInterruptions host;
	private final ChannelProgram program;
	private final Storage regions = new Storage("vfio-ccw regions", 4096);
	private final StateMachine machine;
	private final Lifecycle life;
	private final Interrupts interrupts;
	private VfioListener listener = VfioListener.NONE;
	private final PathEvents paths;
	private final RegionFile file;
	private boolean opened;
	private boolean unregistered;
	private boolean removed;

	/** Binds the driver of Linux 6.12 to a subchannel. */
	public CcwMdev(Machine machine, VfioContainer container, HostInterruptions host, int sid, FileTable files) {
		this(DriverVersion.LINUX_6_12, machine, container, host, sid, files);
	}

	/**
	 * Binds a driver to a subchannel. That of 4.19 has the I/O region and its interruption only.
	 *
	 * @param machine   whose host storage the channel subsystem runs in
	 * @param container what the guest's addresses are looked up in
	 * @param sid       subsystem-identification word of the subchannel, 0x0001nnnn
	 * @param files     where SET_IRQS finds eventfds
	 */
	public CcwMdev(DriverVersion version, Machine machine, VfioContainer container, HostInterruptions host, int sid,
			FileTable files) {
		this.version = version;
		descriptions = new Descriptions(version);
		this.host = host;
		subchannel = new CioSubchannel(host.channel(), sid, machine);
		program = new ChannelProgram(version, container.access(), machine.kernel(), machine.host());
		interrupts = new Interrupts(files, descriptions.interruptions());
		ChannelReports reports = new ChannelReports();
		paths = new PathEvents(subchannel, reports, interrupts);
		this.machine = new StateMachine(version, subchannel, program, host, regions, this::ioInterruption, this::gone);
		life = Lifecycle.of(version, this.machine, subchannel, program);
		file = new RegionFile(version, descriptions, this.machine, subchannel, regions, reports, interrupts);
		host.register(sid, new HostInterruptions.Handler() {
			@Override
			public void interruption(byte[] irb) {
				CcwMdev.this.machine.interruption(irb);
			}

			@Override
			public void subchannelGone() {
				subchannelEvent();
			}
		});
	}

	/** Hears of look-ups, pins and copies for the programs, and of calls. */
	public void listener(VfioListener to) {
		listener = to;
		program.listener(to);
	}

	/** Hears of the driver's work, part by part. */
	public void work(DriverWork to) {
		machine.work(to);
	}

	/** The program in the driver's hands. */
	public ChannelProgram program() {
		return program;
	}

	/** The host's ORB, 12 bytes, as it was last made. */
	public byte[] hostOrb() {
		return subchannel.orb().clone();
	}

	/** Where in host storage the host's ORB lies. */
	public long hostOrbAddress() {
		return subchannel.parameter() & 0xFFFF_FFFFL;
	}

	/** Whether there is a region. */
	public boolean offers(int region) {
		return descriptions.offers(region);
	}

	/** The four regions as they lie in the device's file; reading SCHIB or CRW there gives what was last read. */
	public Storage regions() {
		return regions;
	}

	public DeviceState state() {
		return machine.state();
	}

	/** Whether a page of the range is pinned for the program in the driver's hands. */
	public boolean pinned(long iova, long length) {
		return program.pinned(iova, length);
	}

	/** Whether somebody has it open. */
	public boolean opened() {
		return opened;
	}

	/** Opens the device: −EINVAL if the subchannel is gone or cannot be enabled. */
	int open() {
		int rc = removed ? -Errno.EINVAL : life.open();
		opened = rc == 0;
		return rc;
	}

	/** Closes it: I/O is ended, the subchannel disabled, everything unpinned. Eventfds stay set, as in the kernel. */
	public void close() {
		if (opened) {
			life.close();
			opened = false;
		}
		if (unregistered) {
			remove();
		}
	}

	/** Takes the driver off the subchannel; the device must be closed. It cannot be opened again. */
	public void remove() {
		if (!removed) {
			removed = true;
			life.unbind();
			host.unregister(subchannel.sid());
			subchannel.release();
		}
	}

	// --- reading and writing -----------------------------------------------------------------------------------

	/**
	 * pread(2): {@code count} bytes at {@code position} into {@code into}.
	 *
	 * @return how many; −EINVAL beyond a region's end or where there is none, −EFAULT if {@code into} is too
	 *         short, −ENODEV for the SCHIB of a device that is gone
	 */
	public int pread(byte[] into, int count, long position) {
		int result = position < 0 || count < 0 ? -Errno.EINVAL : file.read(into, count, position, opened);
		listener.systemCall(VfioListener.SystemCall.PREAD, 0, Math.max(result, 0));
		return result;
	}

	/**
	 * pwrite(2): {@code count} bytes from {@code from} to {@code position}. Writing any part of the I/O or the async
	 * region makes the request that the region then holds, before this returns.
	 *
	 * @return how many; the request's return code if it is not 0; −EINVAL, −EFAULT
	 */
	public int pwrite(byte[] from, int count, long position) {
		int result = position < 0 || count < 0 ? -Errno.EINVAL : file.write(from, count, position, opened);
		listener.systemCall(VfioListener.SystemCall.PWRITE, Math.max(count, 0), 0);
		return result;
	}

	// --- ioctls ------------------------------------------------------------------------------------------------

	/**
	 * ioctl(2).
	 *
	 * @param argument the structure, big-endian, changed in place; may be null for DEVICE_RESET
	 * @return 0; −EFAULT if {@code argument} is too short, −ENOTTY for an unknown request, −EINVAL, −EBADF
	 */
	public int ioctl(int request, byte[] argument) {
		return switch (request) {
			case Ioctl.DEVICE_GET_INFO -> descriptions.info(argument, opened);
			case Ioctl.DEVICE_GET_REGION_INFO -> {
				listener.systemCall(VfioListener.SystemCall.REGION_INFO, Descriptions.REGION_INFO_LENGTH,
						Descriptions.REGION_INFO_LENGTH);
				yield descriptions.regionInfo(argument, opened);
			}
			case Ioctl.DEVICE_GET_IRQ_INFO -> interrupts.info(argument);
			case Ioctl.DEVICE_SET_IRQS -> {
				listener.systemCall(VfioListener.SystemCall.SET_IRQS, argument == null ? 0 : argument.length, 0);
				yield interrupts.set(argument);
			}
			case Ioctl.DEVICE_RESET -> life.reset();
			case Ioctl.DEVICE_FEATURE -> version.beforeSix() ? -Errno.ENOTTY : Descriptions.feature(argument);
			default -> -Errno.ENOTTY;
		};
	}

	/**
	 * A range is about to be unmapped: if the driver finds that the program has pages of it, the device is reset, so
	 * that it lets go. Before 6.0 it looks for the first page of the range only.
	 */
	void unmapping(long iova, long length) {
		if (program.pinned(iova, length)) {
			listener.noted("pages of the program are unmapped: the driver resets the device, which ends it");
			life.release();
		}
	}

	/** Whether the program has pages of a range, whatever the driver finds. */
	boolean holds(long iova, long length) {
		return PinnedPages.anyWithin(program, iova, length);
	}

	/** What the container does with a driver that does not let go of pages when it is told to. */
	void letGo() {
		listener.noted("Linux " + version.number() + " looks for the first page of what is unmapped only, and keeps the program's"
				+ " pages: the host's kernel would stop here (BUG in vfio_iommu_type1); the device is reset instead");
		life.release();
		program.free();
	}

	// --- what the host tells it ----------------------------------------------------------------------------------

	/**
	 * Something happened to a channel path of the host. Paths that come and go are reported to user space; those
	 * that the operator varies are not. The driver of 4.19 hears of neither.
	 *
	 * @return 0; −ENODEV if the subchannel is gone
	 */
	public int pathEvent(PathEvent event, int chpid) {
		return version == DriverVersion.LINUX_4_19 ? 0 : paths.happened(event, chpid);
	}

	/**
	 * Something unspecified happened to the subchannel: if it is gone, the device is not operational from now on; before
	 * 6.0 it is idle again if the subchannel is found to be there.
	 */
	public void subchannelEvent() {
		if (subchannel.update() != 0) {
			machine.event(DeviceEvent.NOT_OPER);
		} else {
			life.present();
		}
	}

	/** The host wants the device back; user space is told, and told again at each further call. */
	public void requestRelease() {
		interrupts.signal(Interrupts.REQUEST);
	}

	private void gone() {
		unregistered = true;
		if (opened) {
			requestRelease();
		}
	}

	private void ioInterruption() {
		interrupts.signal(Interrupts.IO);
		listener.systemCall(VfioListener.SystemCall.EVENTFD, 0, 8);
	}
}
