// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.EnumSet;
import java.util.Set;

import org.ccwbench.run.EventKind;

/** Kinds of events that people look for together. */
enum EventKinds {
	ALL("everything", EnumSet.allOf(EventKind.class)),
	STAGES("stages", EnumSet.of(EventKind.START, EventKind.STAGE, EventKind.STAGE_LEFT, EventKind.CALL)),
	CCWS("CCWs and address words", EnumSet.of(EventKind.CCW, EventKind.INDIRECT, EventKind.TRANSLATED, EventKind.ENDED)),
	LOOKUPS("look-ups", EnumSet.of(EventKind.LOOKUP)),
	PINS("pins", EnumSet.of(EventKind.PINNED, EventKind.UNPINNED, EventKind.PIN_REFUSED)),
	STORAGE("storage and data", EnumSet.of(EventKind.STORE, EventKind.KEY, EventKind.COPIED, EventKind.DATA)),
	MAPPINGS("mappings", EnumSet.of(EventKind.MAP, EventKind.DMA_MAP, EventKind.DMA_UNMAP)),
	STATUS("instructions and status", EnumSet.of(EventKind.STARTED, EventKind.COMMAND, EventKind.ENDED, EventKind.STATUS, EventKind.INSTRUCTION,
			EventKind.RESULT)),
	MESSAGES("messages", EnumSet.of(EventKind.MESSAGE));

	final String title;
	final Set<EventKind> kinds;

	EventKinds(String title, Set<EventKind> kinds) {
		this.title = title;
		this.kinds = kinds;
	}
}
