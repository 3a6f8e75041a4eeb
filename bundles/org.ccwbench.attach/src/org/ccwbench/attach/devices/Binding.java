// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.devices;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.HostDevices;

/**
 * Takes subchannels from their drivers for vfio_ccw, and gives them back. Everything can be asked for as a {@link Plan}
 * first; what is then done is worked out anew, because the host may have changed meanwhile. May be used by any thread;
 * a journal that is locked keeps two from working at once.
 */
public final class Binding implements HostDevices {
	/** Under the root of a host. */
	public static final String JOURNAL = "var/lib/ccwb/devices.journal";
	private static final long DEFAULT_PATIENCE = TimeUnit.SECONDS.toMillis(20);

	private final SystemFiles files;
	private final Subchannels subchannels;
	private final Path journal;
	private final Steps steps;

	/** For this host, with its journal where it belongs. */
	public Binding() {
		this(new SystemFiles(Path.of("/")), Path.of("/", JOURNAL));
	}

	public Binding(SystemFiles files, Path journal) {
		this(files, journal, DEFAULT_PATIENCE);
	}

	/** @param patience milliseconds that one step may take the kernel */
	Binding(SystemFiles files, Path journal, long patience) {
		this.files = files;
		this.subchannels = new Subchannels(files);
		this.journal = journal;
		this.steps = new Steps(files, patience);
	}

	@Override
	public List<Subchannel> list() throws AttachException {
		return subchannels.list();
	}

	@Override
	public Plan planToBind(String number) throws AttachException {
		Subchannel subchannel = subchannels.of(number);
		String refusal = refusal(subchannel);
		return new Plan(subchannel.title(), refusal != null ? List.of() : lines(steps.binding(subchannel, uuid(subchannel))), refusal);
	}

	@Override
	public Subchannel bind(String number) throws AttachException {
		try (Journal book = new Journal(journal)) {
			Subchannel subchannel = subchannels.of(number);
			String refusal = refusal(subchannel);
			if (refusal != null) {
				throw new AttachException(subchannel.title() + ": " + refusal);
			}
			String uuid = uuid(subchannel);
			List<Step> binding = steps.binding(subchannel, uuid);
			if (!binding.isEmpty() && book.taken().stream().noneMatch(taken -> taken.id().equals(subchannel.id()))) {
				book.take(new Taken(subchannel.id(), or(subchannel.device()), or(subchannel.driver()), or(subchannel.deviceDriver()),
						subchannel.online(), steps.override(subchannel.id()), uuid, boot()));
			}
			try {
				steps.carryOut(subchannel.title(), binding);
			} catch (AttachException failed) {
				throw undo(book, subchannel, failed);
			}
			return subchannels.look(subchannel.id());
		}
	}

	private AttachException undo(Journal book, Subchannel subchannel, AttachException failed) {
		try {
			giveBack(book, subchannel.id());
			return new AttachException(failed.getMessage() + ". The device is back where it was", failed);
		} catch (AttachException again) {
			return new AttachException(failed.getMessage() + ". Giving it back failed, too (" + again.getMessage()
					+ "); 'ccwb devices restore' tries that again", failed);
		}
	}

	private String refusal(Subchannel subchannel) {
		List<Use> forbidding = subchannel.forbidding();
		if (!forbidding.isEmpty()) {
			return "is in use: " + String.join("; ", forbidding.stream().map(Use::what).toList()) + ". It is left alone";
		}
		if (subchannel.attachable() && subchannel.uuid() != null) {
			return null;
		}
		if (!files.exists(Steps.VFIO_DRIVER)) {
			return "the kernel has no vfio_ccw at the moment; load it with 'modprobe vfio_ccw' (and 'modprobe vfio_iommu_type1')";
		}
		return null;
	}

	@Override
	public Plan planToRelease(String number) throws AttachException {
		try (Journal book = new Journal(journal)) {
			Subchannel subchannel = subchannels.of(number);
			return new Plan(subchannel.title(), lines(steps.releasing(subchannel, entry(book, subchannel.id()))), held(subchannel));
		}
	}

	@Override
	public Subchannel release(String number) throws AttachException {
		try (Journal book = new Journal(journal)) {
			Subchannel subchannel = subchannels.of(number);
			giveBack(book, subchannel.id());
			return subchannels.look(subchannel.id());
		}
	}

	private void giveBack(Journal book, String id) throws AttachException {
		Subchannel subchannel = subchannels.look(id);
		if (subchannel != null) {
			String held = held(subchannel);
			if (held != null) {
				throw new AttachException(subchannel.title() + ": " + held);
			}
			steps.carryOut(subchannel.title(), steps.releasing(subchannel, entry(book, id)));
		}
		book.back(id);
	}

	private static String held(Subchannel subchannel) {
		return subchannel.attachable() && !subchannel.forbidding().isEmpty()
				? "is in use: " + String.join("; ", subchannel.forbidding().stream().map(Use::what).toList()) + ". End that first"
				: null;
	}

	private static Taken entry(Journal book, String id) throws AttachException {
		return book.taken().stream().filter(taken -> taken.id().equals(id)).findFirst().orElse(null);
	}

	@Override
	public List<Plan> planToRestore() throws AttachException {
		try (Journal book = new Journal(journal)) {
			List<Plan> plans = new ArrayList<>();
			for (Taken taken : book.taken()) {
				Subchannel subchannel = subchannels.look(taken.id());
				if (subchannel == null || !taken.boot().equals(boot())) {
					plans.add(new Plan(taken.title(), List.of("strike it out of the journal: " + (subchannel == null ? "it is gone"
							: "the host was started anew since, which put it back")), null));
				} else {
					plans.add(new Plan(taken.title(), lines(steps.releasing(subchannel, taken)), held(subchannel)));
				}
			}
			return plans;
		}
	}

	@Override
	public List<String> restore() throws AttachException {
		List<String> done = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		try (Journal book = new Journal(journal)) {
			for (Taken taken : book.taken()) {
				try {
					if (taken.boot().equals(boot())) {
						giveBack(book, taken.id());
						done.add(taken.title() + " is back at " + taken.driver());
					} else {
						book.back(taken.id());
						done.add(taken.title() + " was taken before the host was started anew, which put it back");
					}
				} catch (AttachException failed) {
					failures.add(failed.getMessage());
				}
			}
		}
		if (!failures.isEmpty()) {
			done.addAll(failures);
			throw new AttachException(String.join("\n", done));
		}
		return done;
	}

	private static List<String> lines(List<Step> steps) {
		return steps.stream().map(Step::line).toList();
	}

	private String boot() {
		return or(files.read("proc/sys/kernel/random/boot_id"));
	}

	private static String or(String name) {
		return name == null || name.isEmpty() ? Taken.NONE : name;
	}

	/** The same for the plan and for what is then done. */
	private String uuid(Subchannel subchannel) {
		return UUID.nameUUIDFromBytes(("ccwb " + boot() + " " + subchannel.id()).getBytes(StandardCharsets.US_ASCII)).toString();
	}
}
