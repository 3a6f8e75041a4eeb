// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.ccwbench.attach.trace.KernelEvent;

/**
 * A subchannel that vfio_ccw drives, opened: with guest storage that its device reaches, on this host
 * (a local one) or through an agent. Return codes are 0 or negative error numbers as the driver gives
 * them; a call that fails otherwise is an {@link AttachException}. One thread starts and awaits; {@link #halt},
 * {@link #clear} and {@link #close} may come from any other.
 */
public interface AttachedSubchannel extends AutoCloseable {
	/** What the device says that it is. */
	Identity identity();

	/** Its name on its host and everything that was found when it was opened, as lines for people. */
	List<String> description();

	/** Lets commands pass that change the medium, if {@code typed} is the number of this device. */
	void arm(String typed) throws AttachException;

	/** Whether commands pass that change the medium. */
	boolean armed();

	/** Copies bytes into guest storage. */
	void store(long address, byte[] bytes) throws AttachException;

	/** Copies bytes out of guest storage. */
	byte[] load(long address, int length) throws AttachException;

	/**
	 * START SUBCHANNEL: what the driver answered to the write of the I/O region.
	 *
	 * @param orb 12 bytes
	 * @throws RefusedException if the guard lets the program not pass; nothing was sent then
	 */
	int start(byte[] orb) throws AttachException;

	/** The next interruption, or null if none comes in time. */
	Interruption await(int milliseconds) throws AttachException;

	/**
	 * Stores, starts and awaits ending status, all in one; a program that has not ended in time is halted, then
	 * cleared.
	 *
	 * @param stores    what storage is to hold before
	 * @param cancelled asked now and then; a program is halted when it says so
	 */
	Execution execute(List<StoredBytes> stores, byte[] orb, int milliseconds, BooleanSupplier cancelled) throws AttachException;

	/** Sense bytes of the device, which it then holds no more; empty if it gives none. */
	byte[] sense() throws AttachException;

	/** HALT SUBCHANNEL. */
	int halt() throws AttachException;

	/** CLEAR SUBCHANNEL. */
	int clear() throws AttachException;

	/** STORE SUBCHANNEL: 52 bytes; null if the device is gone or the driver is older than Linux 5.8. */
	byte[] schib() throws AttachException;

	/** The next channel-report word, 0 if there is none. */
	int channelReport() throws AttachException;

	/** Resets the device: what goes on is ended. */
	void reset() throws AttachException;

	/** Whether the host wants the device back. */
	boolean releaseRequested() throws AttachException;

	/**
	 * Watches what the kernel of the host tells of this subchannel, from now on.
	 *
	 * @return what cannot be told there and why, as lines for people; empty if nothing is missing
	 */
	List<String> watchKernel() throws AttachException;

	/** What the kernel told since {@link #watchKernel} or the last call; nothing if it may not be watched. */
	List<KernelEvent> kernelEvents() throws AttachException;

	/** Ends what goes on, frees pins and maps, closes all files. */
	@Override
	void close();
}
