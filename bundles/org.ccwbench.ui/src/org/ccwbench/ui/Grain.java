// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.ccwbench.run.History;

/** How far one step goes. */
public enum Grain {
	EVENT {
		@Override
		boolean step(History history, int direction) {
			return history.stepEvent(direction);
		}
	},
	CCW {
		@Override
		boolean step(History history, int direction) {
			return history.stepCcw(direction);
		}
	},
	STAGE {
		@Override
		boolean step(History history, int direction) {
			return history.stepStage(direction);
		}
	};

	/** Moves one step on (1) or back (-1); false if there is none that way. */
	abstract boolean step(History history, int direction);
}
