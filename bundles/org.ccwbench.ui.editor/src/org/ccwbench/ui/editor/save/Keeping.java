// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.save;

import java.net.URI;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;

/** Keeps the text of one editor while it is not saved, shortly after each change. */
public final class Keeping implements IDocumentListener {
	private static final int AFTER_MILLIS = 300;
	private final BooleanSupplier dirty;
	private final Job job = Job.createSystem("Keep edits", (ICoreRunnable) m -> keep());
	private URI file;
	private IDocument document;

	/** @param dirty whether the text is not saved */
	public Keeping(BooleanSupplier dirty) {
		this.dirty = dirty;
	}

	/** Follows another text; null follows none. Does not drop what is kept. */
	public void follow(URI of, IDocument text) {
		if (document != null) {
			document.removeDocumentListener(this);
		}
		file = of;
		document = of == null ? null : text;
		if (document != null) {
			document.addDocumentListener(this);
		}
	}

	private void keep() {
		URI of = file;
		IDocument text = document;
		if (of != null && text != null && dirty.getAsBoolean()) {
			Unsaved.keep(of, text.get());
		}
	}

	/** The text is saved, or given up. */
	public void settled() {
		job.cancel();
		try {
			job.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (file != null) {
			Unsaved.drop(file);
		}
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		job.schedule(AFTER_MILLIS);
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {}
}
