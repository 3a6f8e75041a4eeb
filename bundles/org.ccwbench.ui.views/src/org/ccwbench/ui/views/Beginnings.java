// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.ccwbench.notation.Image;
import org.ccwbench.notation.Segment;
import org.ccwbench.notation.StorageRange;
import org.ccwbench.run.SpaceView;
import org.ccwbench.storage.Storage;
import org.ccwbench.ui.Beginning;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;

/** Follows the active editor of a page and the storage that its program begins with. */
final class Beginnings implements IPartListener {
	private final Runnable changed;
	private Beginning now;
	private Image made;
	private SpaceView space;

	/** @param changed is run after each change */
	Beginnings(Runnable changed) {
		this.changed = changed;
	}

	void follow(IWorkbenchPage page) {
		page.addPartListener(this);
		look(page);
	}

	void leave(IWorkbenchPage page) {
		page.removePartListener(this);
		use(null);
	}

	private void look(IWorkbenchPage page) {
		use(page == null || page.getActiveEditor() == null ? null : Adapters.adapt(page.getActiveEditor(), Beginning.class));
	}

	private void use(Beginning next) {
		if (next == now) {
			return;
		}
		if (now != null) {
			now.removeListener(changed);
		}
		now = next;
		if (now != null) {
			now.addListener(changed);
		}
		changed.run();
	}

	/** Null if there is no editor of a program. */
	Beginning now() {
		return now;
	}

	/** Null as long as its text has errors. */
	Image image() {
		return now == null ? null : now.image();
	}

	/** The storage that the image fills. */
	SpaceView space() {
		Image image = image();
		if (image != made) {
			made = image;
			Storage storage = new Storage("guest absolute", 0);
			for (StorageRange r : image.storage()) {
				storage.configure(r.base(), r.length());
			}
			for (Segment s : image.segments()) {
				if (storage.contains(s.address(), s.bytes().length)) {
					storage.store(s.address(), s.bytes(), 0, s.bytes().length);
				}
			}
			String refused = now.refusal();
			space = new SpaceView("guest", "guest storage before the run" + (refused == null ? "" : ": " + refused), storage, -1);
		}
		return space;
	}

	@Override
	public void partActivated(IWorkbenchPart part) {
		look(part.getSite().getPage());
	}

	@Override
	public void partBroughtToTop(IWorkbenchPart part) {
		look(part.getSite().getPage());
	}

	@Override
	public void partClosed(IWorkbenchPart part) {
		look(part.getSite().getPage());
	}

	@Override
	public void partDeactivated(IWorkbenchPart part) {}

	@Override
	public void partOpened(IWorkbenchPart part) {
		look(part.getSite().getPage());
	}
}
