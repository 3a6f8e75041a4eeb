// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.ccwbench.run.History;

/** How far one step goes. */
public enum Grain {
	EVENT {
		@Override
		long from(History history, long position, int direction) {
			return position + Integer.signum(direction);
		}
	},
	CCW {
		@Override
		long from(History history, long position, int direction) {
			return direction > 0 ? history.recording().nextCcw(position) : history.recording().previousCcw(position);
		}
	},
	STAGE {
		@Override
		long from(History history, long position, int direction) {
			return direction > 0 ? history.recording().nextStage(position) : history.recording().previousStage(position);
		}
	};

	/** The position one step on (1) or back (-1) from another; the same, or none that exists, if there is none that way. */
	abstract long from(History history, long position, int direction);
}
