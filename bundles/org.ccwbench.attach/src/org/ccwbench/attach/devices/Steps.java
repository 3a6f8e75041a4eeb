// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.ccwbench.attach.AttachException;

/** What has to be written to which file of the kernel, in which order, and what has to come of it. */
final class Steps {
	static final String VFIO_DRIVER = "sys/bus/css/drivers/" + Subchannels.VFIO_CCW;
	private static final String PROBE = "sys/bus/css/drivers_probe";

	private final SystemFiles files;
	private final long patience;

	/** @param patience milliseconds that one step may take the kernel */
	Steps(SystemFiles files, long patience) {
		this.files = files;
		this.patience = patience;
	}

	/** From wherever it is to a mediated device of vfio_ccw. */
	List<Step> binding(Subchannel subchannel, String uuid) {
		String at = Subchannels.CSS + subchannel.id();
		List<Step> steps = new ArrayList<>();
		if (!subchannel.attachable()) {
			if (subchannel.online()) {
				String online = at + "/" + subchannel.device() + "/online";
				steps.add(Step.write("set the device offline, which takes it from " + subchannel.deviceDriver(), online, "0")
						.until(() -> !"1".equals(files.read(online))));
			}
			steps.add(Step.write("let only vfio_ccw have the subchannel", at + "/driver_override", Subchannels.VFIO_CCW));
			if (subchannel.driver() != null) {
				steps.add(Step.write("take it from " + subchannel.driver(), "sys/bus/css/drivers/" + subchannel.driver() + "/unbind",
						subchannel.id()).until(() -> files.link(at + "/driver") == null));
			}
			steps.add(Step.write("give it to vfio_ccw", PROBE, subchannel.id())
					.until(() -> Subchannels.VFIO_CCW.equals(files.link(at + "/driver"))));
		}
		if (subchannel.uuid() == null) {
			steps.add(Step.write("make a mediated device of it", at + "/mdev_supported_types/vfio_ccw-io/create", uuid)
					.until(() -> groupIsThere(at, uuid)));
		}
		return steps;
	}

	private boolean groupIsThere(String at, String uuid) {
		String group = files.link(at + "/" + uuid + "/iommu_group");
		return group != null && files.exists("dev/vfio/" + group);
	}

	/**
	 * Back to where it was.
	 *
	 * @param taken null if somebody else took it, who left no word of how it was
	 */
	List<Step> releasing(Subchannel subchannel, Taken taken) {
		String at = Subchannels.CSS + subchannel.id();
		List<Step> steps = new ArrayList<>();
		if (subchannel.uuid() != null && subchannel.attachable()) {
			String mdev = at + "/" + subchannel.uuid();
			steps.add(Step.write("remove its mediated device", mdev + "/remove", "1").until(() -> !files.exists(mdev)));
		}
		if (subchannel.attachable()) {
			steps.add(Step.write("take it from vfio_ccw", VFIO_DRIVER + "/unbind", subchannel.id())
					.until(() -> files.link(at + "/driver") == null));
		}
		String override = taken == null ? Taken.NONE : taken.override();
		if (!override(subchannel.id()).equals(override)) {
			steps.add(Step.write(override.equals(Taken.NONE) ? "let any driver have the subchannel" : "let only " + override + " have the subchannel",
					at + "/driver_override", override.equals(Taken.NONE) ? "\n" : override));
		}
		if (subchannel.attachable() || subchannel.driver() == null) {
			steps.add(Step.write("let the kernel find its driver" + (taken == null ? "" : ", " + taken.driver() + " before"), PROBE,
					subchannel.id()).until(() -> files.link(at + "/driver") != null));
		}
		if (taken != null && !taken.deviceDriver().equals(Taken.NONE)) {
			String device = at + "/" + taken.device();
			steps.add(new Step("wait until " + taken.deviceDriver() + " has the device", null, null,
					() -> taken.deviceDriver().equals(files.link(device + "/driver"))));
			if (taken.online()) {
				steps.add(new Step("set the device online", device + "/online", "1", () -> "1".equals(files.read(device + "/online"))));
			}
		}
		return steps;
	}

	/** Does one after the other, each when the one before has happened. */
	void carryOut(String title, List<Step> steps) throws AttachException {
		for (Step step : steps) {
			write(step);
			if (!comes(step.until())) {
				throw new AttachException(title + ": '" + step.what() + "' had not happened after " + patience / 1000 + " s");
			}
		}
	}

	private void write(Step step) throws AttachException {
		if (step.file() == null || step.needless().getAsBoolean()) {
			return;
		}
		try {
			files.write(step.file(), step.value());
		} catch (AttachException failed) {
			// Some drivers set their devices online by themselves, and whoever comes second is told that it failed.
			if (!step.file().endsWith("/online") || !comes(step.until())) {
				throw failed;
			}
		}
	}

	private boolean comes(BooleanSupplier event) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
		while (!event.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			try {
				Thread.sleep(5);
			} catch (InterruptedException stop) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return true;
	}

	/** Which driver alone may have a subchannel; "-" if any. */
	String override(String id) {
		String override = files.read(Subchannels.CSS + id + "/driver_override");
		return override == null || override.isEmpty() || override.equals("(null)") ? Taken.NONE : override;
	}
}
