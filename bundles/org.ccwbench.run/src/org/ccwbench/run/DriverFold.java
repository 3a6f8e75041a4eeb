// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

import java.util.List;

/** In which state the driver is, as the stages and the channel's answers tell: the events name no state. */
final class DriverFold implements Fold {
	private static final int IDLE = DriverState.IDLE.ordinal();
	private static final int ALERT = 0x10;
	private static final int SECONDARY = 0x02;
	private final List<StageInfo> stages;
	private final boolean any;
	private final LongStack states = new LongStack();
	private final LongStack since = new LongStack();
	private final LongStack statuses = new LongStack();
	private final LongStack statusEvents = new LongStack();

	DriverFold(List<StageInfo> stages) {
		this.stages = stages;
		any = stages.stream().anyMatch(s -> s.id().equals("K1"));
	}

	@Override
	public void forward(Event e) {
		switch (e.kind) {
			case STAGE -> {
				if (stages.get(e.detail).id().equals("K1")) {
					enter(e, DriverState.CP_PROCESSING.ordinal());
				}
			}
			case STARTED -> enter(e, e.other == 0 ? DriverState.CP_PENDING.ordinal() : IDLE);
			case STATUS -> {
				statuses.push(e.value);
				statusEvents.push(e.number);
			}
			case STAGE_LEFT -> {
				boolean refused = e.value < 0 && states.peek() == DriverState.CP_PROCESSING.ordinal();
				boolean taken = interruption(e.detail) && (statuses.peek() & (ALERT | SECONDARY)) != 0;
				if (refused || taken && states.peek() != IDLE) {
					enter(e, IDLE);
				}
			}
			default -> { }
		}
	}

	private boolean interruption(int stage) {
		return stages.get(stage).side().equals("kernel") && stages.get(stage).title().startsWith("Interruption");
	}

	private void enter(Event e, long state) {
		states.push(state);
		since.push(e.number);
	}

	@Override
	public void back(Event e) {
		if (since.peek() == e.number) {
			since.pop();
			states.pop();
		}
		if (statusEvents.peek() == e.number) {
			statusEvents.pop();
			statuses.pop();
		}
	}

	DriverState state() {
		return !any ? null : states.size() == 0 ? DriverState.IDLE : DriverState.values()[(int) states.peek()];
	}
}
