// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.Host;
import org.ccwbench.attach.HostDevices;
import org.ccwbench.attach.LocalHost;
import org.ccwbench.attach.agent.HostAddress;
import org.ccwbench.attach.devices.Binding;
import org.ccwbench.attach.devices.Plan;
import org.ccwbench.attach.devices.Subchannel;
import org.ccwbench.attach.devices.SystemFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the devices of a host, and takes them from their drivers for vfio_ccw and gives them back. */
@Command(name = "devices", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "list|bind|release|restore",
		description = {"Shows which devices a host has and what holds them; binds one to vfio_ccw, so that programs can be run on it, "
				+ "and gives it back.", ""},
		footerHeading = "%nExamples:%n",
		footer = {"  ccwb devices list", "  ccwb devices bind 0.0.1000 --dry-run", "  ccwb devices list --host lpar7", "  ccwb devices restore", "",
			"Exit codes: 0 done, 1 not done because nobody agreed, 2 it cannot be done."})
final class DevicesCommand implements Runnable {
	private static final int DECLINED = 1;

	@Spec
	CommandSpec spec;
	private final Terminal terminal;

	DevicesCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	/** What is done is shown first. */
	static final class Consent {
		@Option(names = "--dry-run", description = "only show what would be done")
		boolean dryRun;
		@Option(names = "--yes", description = "do it without asking")
		boolean yes;
	}

	/** Which host, and how it is reached. */
	static final class HostChoice {
		@Option(names = "--host", paramLabel = "HOST", defaultValue = LocalHost.NAME,
				description = "the host of the devices: local (default), a name for ssh, or tcp:PORT")
		String host;
		@Mixin
		HostOptions options;
	}

	private interface Visit<T> {
		T to(HostDevices devices) throws AttachException;
	}

	/** A step that may fail for reasons of the host. */
	private interface Deed<T> {
		T run() throws AttachException;
	}

	@Override
	public void run() {
		spec.commandLine().usage(terminal.out);
	}

	@Command(name = "list", mixinStandardHelpOptions = true,
			description = "Lists the devices: number, subchannel, control unit and device type, driver, channel paths, what holds them.")
	int list(@Mixin HostChoice where, @Option(names = "--root", paramLabel = "FOLDER",
			description = "look at a copy of a host's /sys and /proc that lies there") Path root) {
		List<Subchannel> all = root == null ? at(where, HostDevices::list)
				: did(() -> new Binding(new SystemFiles(root), root.resolve(Binding.JOURNAL)).list());
		terminal.out.print(DeviceTable.of(all));
		return 0;
	}

	@Command(name = "bind", mixinStandardHelpOptions = true, description = {
		"Takes a device from its driver, binds it to vfio_ccw and makes a mediated device of it.",
		"A device that something holds, such as a mounted file system, is left alone."})
	int bind(@Parameters(paramLabel = "DEVICE", description = "its number, such as 0.0.1000") String number, @Mixin HostChoice where,
			@ArgGroup Consent consent) {
		return at(where, host -> {
			if (!agreed(consent, List.of(host.planToBind(number)))) {
				return DECLINED;
			}
			if (!dry(consent)) {
				Subchannel bound = host.bind(number);
				terminal.out.println(bound.title() + " is bound to vfio_ccw: mediated device " + bound.uuid() + ", group " + bound.group());
			}
			return 0;
		});
	}

	@Command(name = "release", mixinStandardHelpOptions = true, description = "Gives a device back to the driver that it had before.")
	int release(@Parameters(paramLabel = "DEVICE", description = "its number, such as 0.0.1000") String number, @Mixin HostChoice where,
			@ArgGroup Consent consent) {
		return at(where, host -> {
			if (!agreed(consent, List.of(host.planToRelease(number)))) {
				return DECLINED;
			}
			if (!dry(consent)) {
				Subchannel back = host.release(number);
				terminal.out.println(back.title() + " is back at " + (back.deviceDriver() == null ? back.driver() : back.deviceDriver()));
			}
			return 0;
		});
	}

	@Command(name = "restore", mixinStandardHelpOptions = true,
			description = "Gives back every device that was taken and is not back, whoever took it and however that ended.")
	int restore(@Mixin HostChoice where, @ArgGroup Consent consent) {
		return at(where, host -> {
			List<Plan> plans = host.planToRestore();
			if (plans.isEmpty()) {
				terminal.out.println("every device is where it belongs");
				return 0;
			}
			if (!agreed(consent, plans)) {
				return DECLINED;
			}
			if (!dry(consent)) {
				host.restore().forEach(terminal.out::println);
			}
			return 0;
		});
	}

	/** Opens the host that the options name, does what is to be done there, and leaves it. */
	private <T> T at(HostChoice where, Visit<T> visit) {
		return did(() -> {
			if (where.host.equals(LocalHost.NAME)) {
				return visit.to(new Binding());
			}
			HostAddress address = HostAddress.of(where.host);
			if (address.device() != null) {
				throw new BadInputException("--host names a host without a device: " + address.host());
			}
			try (Host host = where.options.hosts().open(address)) {
				return visit.to(host.devices());
			}
		});
	}

	private static boolean dry(Consent consent) {
		return consent != null && consent.dryRun;
	}

	/** Shows the plans, and asks unless that is needless. */
	private boolean agreed(Consent consent, List<Plan> plans) {
		plans.forEach(plan -> plan.lines().forEach(terminal.out::println));
		for (Plan plan : plans) {
			if (plan.refusal() != null && plans.size() == 1) {
				terminal.out.flush();
				throw new BadInputException("nothing was done");
			}
		}
		if (consent != null || plans.stream().allMatch(plan -> plan.steps().isEmpty())) {
			return true;
		}
		terminal.out.print("Do this? (yes/no) ");
		terminal.out.flush();
		String answer = answer();
		if (answer.equals("yes") || answer.equals("y")) {
			return true;
		}
		terminal.out.println(answer.isEmpty() ? "nobody answered; nothing was done (--yes does it without asking)" : "nothing was done");
		return false;
	}

	private String answer() {
		StringBuilder line = new StringBuilder();
		try {
			for (int c; (c = terminal.in.read()) >= 0 && c != '\n' && line.length() < 80;) {
				line.append((char) c);
			}
		} catch (IOException none) {
			return "";
		}
		return line.toString().strip().toLowerCase(java.util.Locale.ROOT);
	}

	private static <T> T did(Deed<T> deed) {
		try {
			return deed.run();
		} catch (AttachException e) {
			throw new BadInputException(e.getMessage());
		}
	}
}
