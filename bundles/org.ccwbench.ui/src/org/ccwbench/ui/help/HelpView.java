// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** Pages of help with a search over their titles. F1 brings the page on what has the focus. */
public final class HelpView extends ViewPart {
	public static final String ID = "org.ccwbench.ui.help";
	private static final int MARGIN = 8;
	private final Deque<Topic> visited = new ArrayDeque<>();
	private Text search;
	private TableViewer list;
	private StyledText text;
	private Topic shown;
	private TopicText content;
	private Action back;

	@Override
	public void createPartControl(Composite parent) {
		SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
		Composite left = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 4).spacing(4, 4).applyTo(left);
		search = new Text(left, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage("Command, field, view");
		search.setToolTipText("Words that stand in the title of a page, such as “sense id” or “scsw count”");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
		list = new TableViewer(left, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.VIRTUAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list.getTable());
		list.setUseHashlookup(true);
		list.setContentProvider(ArrayContentProvider.getInstance());
		list.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return ((Topic) element).title();
			}

			@Override
			public String getToolTipText(Object element) {
				return ((Topic) element).section();
			}
		});
		text = new StyledText(sash, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		sash.setWeights(1, 2);
		listen();
		makeBack();
		find();
		show(Topics.of(Topics.CONTENTS));
	}

	private void listen() {
		search.addListener(SWT.Modify, e -> find());
		search.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.ARROW_DOWN && list.getTable().getItemCount() > 0) {
				list.getTable().setFocus();
				list.getTable().setSelection(0);
				choose();
				e.doit = false;
			}
		});
		list.addSelectionChangedListener(e -> choose());
		text.addListener(SWT.MouseUp, this::click);
		text.addListener(SWT.MouseMove, e -> text.setCursor(link(e) == null ? null : e.display.getSystemCursor(SWT.CURSOR_HAND)));
		text.addListener(SWT.KeyDown, e -> {
			String target = e.character == '\r' ? content.target(text.getCaretOffset()) : null;
			if (target != null) {
				follow(target);
			} else if (e.character == '\t' && (e.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0) {
				nextLink((e.stateMask & SWT.SHIFT) != 0);
			}
		});
		text.addListener(SWT.Traverse, e -> {
			boolean tab = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS;
			if (tab && hasLink(e.detail == SWT.TRAVERSE_TAB_PREVIOUS)) {
				e.doit = false;
			}
		});
	}

	private void makeBack() {
		back = new Action("Back") {
			@Override
			public void run() {
				if (!visited.isEmpty()) {
					display(visited.pop());
				}
			}
		};
		back.setToolTipText("To the page before");
		var images = PlatformUI.getWorkbench().getSharedImages();
		back.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
		back.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_BACK_DISABLED));
		getViewSite().getActionBars().getToolBarManager().add(back);
		getViewSite().getActionBars().updateActionBars();
	}

	private void find() {
		String[] words = search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
		List<Topic> found = new ArrayList<>();
		for (Topic t : Topics.all()) {
			if (t.matches(words)) {
				found.add(t);
			}
		}
		list.setInput(found);
	}

	private void choose() {
		if (list.getStructuredSelection().getFirstElement() instanceof Topic t && t != shown) {
			show(t);
		}
	}

	/** Shows a page; the one before can be gone back to. */
	public void show(Topic topic) {
		if (shown != null && shown != topic) {
			visited.push(shown);
		}
		display(topic);
	}

	/** The page that is shown. */
	public Topic shown() {
		return shown;
	}

	private void display(Topic topic) {
		shown = topic;
		content = TopicText.of(topic);
		text.setText(content.text());
		text.setStyleRanges(content.runs().stream().map(this::style).toArray(StyleRange[]::new));
		text.setTopIndex(0);
		text.setCaretOffset(0);
		text.setWrapIndent(0);
		bullets();
		back.setEnabled(!visited.isEmpty());
		list.setSelection(new StructuredSelection(topic), true);
	}

	private void bullets() {
		for (int i = 0; i < text.getLineCount(); i++) {
			if (text.getLine(i).startsWith("\u2022 ")) {
				text.setLineWrapIndent(i, 1, 2 * MARGIN);
			}
		}
	}

	private StyleRange style(TopicText.Run run) {
		StyleRange style = new StyleRange();
		style.start = run.start();
		style.length = run.length();
		switch (run.kind()) {
			case TITLE -> style.font = JFaceResources.getHeaderFont();
			case SECTION -> style.fontStyle = SWT.ITALIC;
			case HEADING -> style.fontStyle = SWT.BOLD;
			case CODE -> style.font = JFaceResources.getTextFont();
			case LINK -> {
				style.underline = true;
				style.underlineStyle = SWT.UNDERLINE_LINK;
			}
			default -> throw new IllegalStateException();
		}
		return style;
	}

	private String link(Event e) {
		int offset = text.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(e.x, e.y));
		return offset < 0 ? null : content.target(offset);
	}

	private void click(Event e) {
		String target = e.button == 1 && text.getSelectionCount() == 0 ? link(e) : null;
		if (target != null) {
			follow(target);
		}
	}

	private void follow(String target) {
		Topic topic = Topics.of(target);
		if (topic != null) {
			show(topic);
		}
	}

	private TopicText.Run neighbour(boolean backwards) {
		int caret = text.getCaretOffset();
		TopicText.Run best = null;
		for (TopicText.Run r : content.runs()) {
			if (r.kind() == TopicText.Kind.LINK && (backwards ? r.start() < caret : r.start() > caret) && (best == null || backwards)) {
				best = r;
			}
		}
		return best;
	}

	private boolean hasLink(boolean backwards) {
		return neighbour(backwards) != null;
	}

	private void nextLink(boolean backwards) {
		TopicText.Run next = neighbour(backwards);
		if (next != null) {
			text.setCaretOffset(next.start());
			text.showSelection();
		}
	}

	@Override
	public void setFocus() {
		text.setFocus();
	}
}
