// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.ccwbench.attach.trace.KernelEvent;
import org.ccwbench.attach.trace.KernelWatch;
import org.ccwbench.storage.Bytes;

/**
 * A subchannel of this host. What was opened for it is released when it is closed, when it is forgotten and when the
 * program ends. Every program passes the {@link Guard}; it knows the device by what the device itself says.
 */
public final class LocalSubchannel implements AttachedSubchannel {
	private static final int EAGAIN = 11;
	private static final int ENODEV = 19;
	private static final int SENSE = 0x04;
	private static final int SENSE_LENGTH = 32;
	private static final int SENSE_ID = 0xE4;
	private static final int SENSE_ID_LENGTH = 256;
	private static final Cleaner CLEANER = Cleaner.create();

	private final OpenSubchannel open;
	private final Cleaner.Cleanable cleanable;
	private final VfioFiles files;
	private final GuestMemory memory;
	private final Calls calls;
	private final Identity identity;
	/** Null as long as only our own SENSE ID runs. */
	private Guard guard;
	/** Held for reading while files and memory are used, for writing to release them. */
	private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
	/**
	 * Held from before a program is looked at until it has been sent: nobody changes storage in between. Whoever runs a
	 * program to its end holds it until then.
	 */
	private final ReentrantLock starting = new ReentrantLock();
	private volatile boolean closing;
	private volatile boolean armed;
	private volatile boolean going;
	private volatile boolean wanted;
	/** Bus id, by which the kernel tells of it. */
	private final String busId;
	private Path kernel;
	private KernelWatch watch;

	/**
	 * Opens a mediated device, asks it what it is, and gives it guest storage.
	 *
	 * @param asked number by which the user named it
	 */
	public LocalSubchannel(SystemCalls systemCalls, Mdev mdev, DeviceNumber asked, List<StorageStretch> storage) throws AttachException {
		open = new OpenSubchannel(systemCalls, mdev);
		busId = mdev.subchannel();
		files = open.files();
		memory = open.memory();
		calls = files.calls();
		boolean done = false;
		try {
			String number = number(mdev, asked);
			for (StorageStretch s : storage) {
				memory.add(s);
			}
			identity = Identity.of(number, new OwnProgram(this, memory).read("SENSE ID", SENSE_ID, SENSE_ID_LENGTH));
			guard = new Guard(identity.type(), memory);
			done = true;
		} finally {
			if (!done) {
				open.run();
			}
		}
		cleanable = CLEANER.register(this, open);
		open.endWithProgram();
	}

	/** The number that the SCHIB shows, if there is one. */
	private String number(Mdev mdev, DeviceNumber asked) throws AttachException {
		byte[] schib = schib();
		if (schib == null || (schib[5] & 1) == 0) {
			return mdev.device() == null ? asked.toString() : mdev.device();
		}
		String found = new DeviceNumber(asked.channelSubsystem(), asked.set(), Bytes.get16(schib, 6)).toString();
		if (!found.equals(asked.toString()) && !mdev.subchannel().equals(asked.toString())) {
			throw new AttachException("Subchannel " + mdev.subchannel() + " leads to device " + found + " by now, not to " + asked + ".");
		}
		return found;
	}

	@Override
	public Identity identity() {
		return identity;
	}

	@Override
	public List<String> description() {
		return List.copyOf(files.description());
	}

	@Override
	public void arm(String typed) throws AttachException {
		if (!DeviceNumber.of(typed).toString().equals(identity.device())) {
			throw new AttachException("\"" + typed + "\" is not the number of this device; writing stays refused.");
		}
		armed = true;
	}

	@Override
	public boolean armed() {
		return armed;
	}

	// --- storage -------------------------------------------------------------------------------------------------

	@Override
	public void store(long address, byte[] bytes) throws AttachException {
		if (!starting.tryLock()) {
			throw changing();
		}
		try {
			use(() -> {
				if (going && !armed) {
					throw changing();
				}
				if (!memory.store(address, bytes)) {
					throw noStorage(address, bytes.length);
				}
				return null;
			});
		} finally {
			starting.unlock();
		}
	}

	@Override
	public byte[] load(long address, int length) throws AttachException {
		return use(() -> {
			if (!memory.contains(address, length)) {
				throw noStorage(address, length);
			}
			byte[] b = new byte[length];
			memory.load(address, b, 0, length);
			return b;
		});
	}

	private static AttachException changing() {
		return new AttachException("Guest storage cannot be changed while a program goes on, as what was checked would change under it.");
	}

	private static AttachException noStorage(long address, int length) {
		return new AttachException(String.format("There is no guest storage at %X, length %X.", address, length));
	}

	// --- functions -----------------------------------------------------------------------------------------------

	@Override
	public int start(byte[] orb) throws AttachException {
		return alone(() -> send(orb, check(orb)));
	}

	/** What the guard says of a program; see {@link Guard#check}. */
	Ranges check(byte[] orb) throws AttachException {
		return guard.check(identity.device(), orb, armed);
	}

	/** Writes the I/O region. */
	int send(byte[] orb, Ranges stores) {
		byte[] region = new byte[VfioRequest.IO_LENGTH];
		System.arraycopy(orb, 0, region, 0, 12);
		region[VfioRequest.IO_SCSW + 2] = VfioRequest.FUNCTION_START;
		int rc = calls.raw().pwrite(files.device(), region, region.length, files.io());
		if (rc >= 0) {
			going = true;
			if (guard != null) {
				guard.begun(stores);
			}
			return 0;
		}
		return rc;
	}

	@Override
	public Interruption await(int milliseconds) throws AttachException {
		return use(() -> next(milliseconds));
	}

	private Interruption next(int milliseconds) throws AttachException {
		int request = files.events(VfioRequest.IRQ_REQUEST);
		boolean watched = request >= 0 && !wanted;
		int[] descriptors = watched ? new int[] {files.events(VfioRequest.IRQ_IO), files.wake(), request}
				: new int[] {files.events(VfioRequest.IRQ_IO), files.wake()};
		boolean[] ready = new boolean[descriptors.length];
		Calls.check("poll", calls.raw().poll(descriptors, ready, milliseconds));
		if (ready[1] && !closing) {
			calls.raw().takeEvents(files.wake());
		}
		if (watched && ready[2]) {
			releaseRequested();
		}
		if (!ready[0]) {
			return null;
		}
		long events = calls.raw().takeEvents(files.events(VfioRequest.IRQ_IO));
		if (events == -EAGAIN) {
			return null;
		}
		byte[] region = new byte[VfioRequest.IO_LENGTH];
		calls.pread("pread of the I/O region", files.device(), region, files.io());
		Interruption i = new Interruption(java.util.Arrays.copyOfRange(region, VfioRequest.IO_IRB, VfioRequest.IO_RETURN_CODE));
		if (!i.unsolicited() && i.last() && !i.suspended()) {
			ended();
		}
		return i;
	}

	private void ended() {
		going = false;
		if (guard != null) {
			guard.ended();
		}
	}

	@Override
	public Execution execute(List<StoredBytes> stores, byte[] orb, int milliseconds, BooleanSupplier cancelled) throws AttachException {
		return alone(() -> {
			for (StoredBytes s : stores) {
				store(s.address(), s.bytes());
			}
			return new StartFunction(this, memory, orb).run(milliseconds, cancelled);
		});
	}

	@Override
	public byte[] sense() throws AttachException {
		return alone(() -> new OwnProgram(this, memory).read("SENSE", SENSE, SENSE_LENGTH));
	}

	/** Ends an {@link #await} that is going on, with nothing. */
	public void wake() throws AttachException {
		use(() -> calls.raw().signalEvent(files.wake()));
	}

	@Override
	public int halt() throws AttachException {
		return async(VfioRequest.ASYNC_HALT);
	}

	@Override
	public int clear() throws AttachException {
		return async(VfioRequest.ASYNC_CLEAR);
	}

	private int async(int command) throws AttachException {
		return use(() -> open.async(command));
	}

	@Override
	public byte[] schib() throws AttachException {
		return use(() -> {
			if (files.schib() < 0) {
				return null;
			}
			byte[] b = new byte[VfioRequest.SCHIB_LENGTH];
			int n = calls.raw().pread(files.device(), b, b.length, files.schib());
			return n == -ENODEV ? null : Calls.check("pread of the SCHIB", n) == b.length ? b : null;
		});
	}

	@Override
	public int channelReport() throws AttachException {
		return use(() -> {
			if (files.crw() < 0) {
				return 0;
			}
			calls.raw().takeEvents(files.events(VfioRequest.IRQ_CRW));
			byte[] b = new byte[VfioRequest.CRW_LENGTH];
			calls.pread("pread of the CRW region", files.device(), b, files.crw());
			return Bytes.get32(b, 0);
		});
	}

	@Override
	public void reset() throws AttachException {
		use(() -> {
			calls.ioctl("VFIO_DEVICE_RESET", files.device(), VfioRequest.DEVICE_RESET, 0);
			calls.raw().takeEvents(files.events(VfioRequest.IRQ_IO));
			ended();
			return null;
		});
	}

	@Override
	public boolean releaseRequested() throws AttachException {
		return use(() -> {
			int fd = files.events(VfioRequest.IRQ_REQUEST);
			wanted |= fd >= 0 && calls.raw().takeEvents(fd) > 0;
			return wanted;
		});
	}

	/** @param root of the files by which the kernel tells what it does; null if there is no such kernel */
	void kernel(Path root) {
		kernel = root;
	}

	@Override
	public List<String> watchKernel() {
		synchronized (starting) {
			if (kernel == null) {
				return List.of("stages of the kernel are not shown: this host is simulated");
			}
			if (watch == null) {
				watch = new KernelWatch(kernel);
			}
			watch.begin();
			return watch.missing();
		}
	}

	@Override
	public List<KernelEvent> kernelEvents() {
		synchronized (starting) {
			if (watch == null) {
				return List.of();
			}
			List<KernelEvent> events = watch.events(busId);
			watch.begin();
			return events;
		}
	}

	// --- life ----------------------------------------------------------------------------------------------------

	private interface Use<T> {
		T now() throws AttachException;
	}

	private <T> T alone(Use<T> what) throws AttachException {
		starting.lock();
		try {
			return use(what);
		} finally {
			starting.unlock();
		}
	}

	private <T> T use(Use<T> what) throws AttachException {
		life.readLock().lock();
		try {
			if (closing) {
				throw new AttachException("The device was closed.");
			}
			return what.now();
		} finally {
			life.readLock().unlock();
		}
	}

	/** Whether {@link #close} wants to go on; whoever waits must end soon. */
	boolean closing() {
		return closing;
	}

	@Override
	public void close() {
		closing = true;
		calls.raw().signalEvent(files.wake());
		life.writeLock().lock();
		try {
			open.quiesce(going);
			if (watch != null) {
				watch.close();
			}
			cleanable.clean();
		} finally {
			life.writeLock().unlock();
		}
	}
}
