// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the kernel's events of one start function into its stages on the path of Linux. The kernel tells when a request
 * comes, when START SUBCHANNEL was issued with which condition code, why a request failed, and when the interruption was
 * taken; that a program was copied and translated follows from its having been issued.
 */
public final class KernelStages {
	private static final int IO_REQUEST = 1;
	private static final int INTERRUPT = 2;
	private static final int BUSY = -16;
	private static final Pattern FAILURE = Pattern.compile(": (cp_init|cp_prefetch|fsm_io_helper)=(-\\d{1,6})$");
	private static final int NOT_OPERATIONAL = -19;

	private final List<KernelStage> stages = new ArrayList<>();
	private long last = -1;
	private boolean issued;

	private KernelStages() {}

	/** @param events of one subchannel in the order of time, from before the request until after its interruption */
	public static List<KernelStage> of(List<KernelEvent> events) {
		KernelStages reader = new KernelStages();
		boolean requested = false;
		for (KernelEvent event : events) {
			if (!event.source().equals(KernelEvent.TRACEFS)) {
				continue;
			}
			if (event.name().equals("vfio_ccw_fsm_event") && event.number("event", -1) == IO_REQUEST) {
				requested = true;
				reader.last = event.micros();
			} else if (requested) {
				reader.take(event);
			}
		}
		if (!requested) {
			events.forEach(reader::takeRecord);
		}
		return List.copyOf(reader.stages);
	}

	private void take(KernelEvent event) {
		switch (event.name()) {
			case "s390_cio_ssch" -> issue(event);
			case "vfio_ccw_fsm_io_request" -> refuse(event);
			case "s390_cio_interrupt", "s390_cio_tsch" -> {
				if (issued) {
					interrupt(event);
				}
			}
			case "vfio_ccw_fsm_event" -> {
				if (issued && event.number("event", -1) == INTERRUPT) {
					interrupt(event);
					issued = false;
				}
			}
			default -> {
				// Of another function, or none.
			}
		}
	}

	/** Without events of tracefs, the records of the debug feature tell some of it. */
	private void takeRecord(KernelEvent event) {
		if (event.source().equals(KernelEvent.TRACEFS)) {
			return;
		}
		if (event.name().equals("stIO")) {
			issue(event);
		} else if (event.name().equals("IRQ") && issued) {
			interrupt(event);
			issued = false;
		} else {
			Matcher failure = FAILURE.matcher(event.name());
			if (failure.find()) {
				refuse(event, failure.group(1).replace('_', ' '), Integer.parseInt(failure.group(2)));
			}
		}
	}

	private void issue(KernelEvent event) {
		int code = event.number("cc", 0);
		add("K1", event, 0, "");
		add("K2", event, 0, "");
		add("K3", event, switch (code) {
			case 0 -> 0;
			case 1, 2 -> BUSY;
			default -> code < 0 ? code : NOT_OPERATIONAL;
		}, event.words());
		issued = code == 0;
		if (issued) {
			add("K4", event, 0, "");
		}
	}

	/** The driver names the step that failed. */
	private void refuse(KernelEvent event) {
		int error = event.number("errno", 0);
		if (error == 0) {
			return;
		}
		refuse(event, event.fields().getOrDefault("info", ""), error);
	}

	private void refuse(KernelEvent event, String step, int error) {
		if (step.contains("io_helper") || step.contains("io helper")) {
			issuing(event, error);
		} else if (step.equals("cp prefetch")) {
			add("K1", event, 0, "");
			add("K2", event, error, event.words());
		} else {
			add("K1", event, error, event.words());
		}
		add("K4", event, error, "");
	}

	/** START SUBCHANNEL failed; its event, if there is one, has the condition code, this one what the driver made of it. */
	private void issuing(KernelEvent event, int error) {
		int last = stages.size() - 1;
		if (last >= 0 && stages.get(last).id().equals("K3")) {
			KernelStage issued = stages.get(last);
			stages.set(last, new KernelStage("K3", issued.micros(), error, issued.words() + "; " + event.words()));
		} else {
			add("K1", event, 0, "");
			add("K2", event, 0, "");
			add("K3", event, error, event.words());
		}
	}

	private void interrupt(KernelEvent event) {
		KernelStage before = stages.get(stages.size() - 1);
		if (before.id().equals("K5")) {
			stages.set(stages.size() - 1, new KernelStage("K5", before.micros() + since(event), 0, before.words() + "; " + event.words()));
		} else {
			add("K5", event, 0, event.words());
		}
	}

	private void add(String id, KernelEvent event, int result, String words) {
		stages.add(new KernelStage(id, since(event), result, words));
	}

	private long since(KernelEvent event) {
		long micros = last < 0 ? 0 : Math.max(0, event.micros() - last);
		last = event.micros();
		return micros;
	}
}
