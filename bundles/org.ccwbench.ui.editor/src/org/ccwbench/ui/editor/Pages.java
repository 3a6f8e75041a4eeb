// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * The pages of an editor as tabs at its foot. The editor is a text editor throughout, so that saving, undoing,
 * markers and selection are the text's own on every page; what changes with the page is the keys.
 */
final class Pages {
	static final String SOURCE_KEYS = "org.eclipse.ui.textEditorScope";
	static final String PAGE_KEYS = "org.ccwbench.ui.editor.pages";
	private static final int MAKE_AFTER_MILLIS = 100;
	private final CcwEditor editor;
	private final List<Page> pages;
	private final PageKeys keys;
	/** Pages that were made; each of the others has an empty tab so far. */
	private final Set<Page> made = new HashSet<>();
	private ProgramText text;
	private CTabFolder folder;
	private Composite source;

	Pages(CcwEditor editor, List<Page> pages) {
		this.editor = editor;
		this.pages = pages;
		this.keys = new PageKeys(editor);
	}

	/** The tabs; gives back where the source belongs. */
	Composite create(Composite parent) {
		folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
		folder.setTabHeight(Math.max(22, folder.getTabHeight()));
		source = new Composite(folder, SWT.NONE);
		source.setLayout(new FillLayout());
		tab("Source", source);
		return source;
	}

	/**
	 * Adds the tabs of the others, once the source is there. What is on them is made when the source has been seen,
	 * each in a turn of its own, or when it is asked for: an editor opens sooner so.
	 */
	void fill(ProgramText shared) {
		text = shared;
		for (Page p : pages) {
			Composite body = new Composite(folder, SWT.NONE);
			body.setLayout(new FillLayout());
			tab(p.title(), body);
		}
		makeNext();
		folder.setSelection(0);
		folder.addListener(SWT.Selection, e -> switched());
		IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
		handlers.activateHandler("org.eclipse.ui.navigate.nextSubTab", turn(1));
		handlers.activateHandler("org.eclipse.ui.navigate.previousSubTab", turn(-1));
	}

	private void makeNext() {
		folder.getDisplay().timerExec(MAKE_AFTER_MILLIS, () -> {
			if (!folder.isDisposed()) {
				pages.stream().filter(p -> !made.contains(p)).findFirst().ifPresent(p -> {
					make(p);
					makeNext();
				});
			}
		});
	}

	private void make(Page page) {
		if (made.add(page)) {
			Composite body = (Composite) folder.getItem(1 + pages.indexOf(page)).getControl();
			page.create(body, text);
			text.addListener(page);
			body.layout();
		}
	}

	private void tab(String title, Composite body) {
		CTabItem item = new CTabItem(folder, SWT.NONE);
		item.setText(title);
		item.setControl(body);
	}

	private AbstractHandler turn(int by) {
		return new AbstractHandler() {
			@Override
			public Object execute(ExecutionEvent event) {
				show(Math.floorMod(folder.getSelectionIndex() + by, folder.getItemCount()));
				return null;
			}
		};
	}

	/** The page in front; null if it is the source. */
	Page front() {
		int index = folder == null || folder.isDisposed() ? 0 : folder.getSelectionIndex();
		return index <= 0 ? null : pages.get(index - 1);
	}

	/** 0 is the source. */
	void show(int index) {
		if (folder.getSelectionIndex() != index) {
			folder.setSelection(index);
			switched();
		}
	}

	int index(String title) {
		for (int i = 0; i < folder.getItemCount(); i++) {
			if (folder.getItem(i).getText().equals(title)) {
				return i;
			}
		}
		return 0;
	}

	private void switched() {
		Page front = front();
		if (front != null) {
			make(front);
		}
		editor.getSite().getKeyBindingService().setScopes(new String[] { front == null ? SOURCE_KEYS : PAGE_KEYS });
		keys.use(front);
		made.forEach(p -> p.visible(p == front));
		editor.setFocus();
	}

	void dispose() {
		made.forEach(Page::dispose);
	}
}
