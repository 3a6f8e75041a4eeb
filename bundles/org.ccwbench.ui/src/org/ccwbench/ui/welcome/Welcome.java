// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.welcome;

import java.util.Map;

import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.cheatsheet.CheatSheetView;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;

/** Four things to try, each a button; closed, it comes back by Help &gt; Welcome. */
public final class Welcome extends IntroPart {
	/** Every button closes the page first, so that what it brings can be seen. */
	private record Offer(String button, String words, String command, Map<String, String> parameters) {}

	private static final Offer[] OFFERS = {
			new Offer("&Look at examples", "A project with programs that read a disk, write a tape, feed cards, fail on purpose. "
					+ "It opens at one that reads the label of a volume: step through it with F6, and back with Shift+F6.",
					"org.eclipse.ui.newWizard", Map.of("newWizardId", "org.ccwbench.ui.newProject")),
			new Offer("&Write a program", "A file with a complete small program in it, to change as you like. "
					+ "Ctrl+Space proposes what can stand at the caret, Ctrl+F11 runs it.",
					"org.eclipse.ui.newWizard", Map.of("newWizardId", "org.ccwbench.ui.newProgram")),
			new Offer("Be &led step by step", "A cheat sheet for people who have never seen a channel-command word: "
					+ "write a program, run it, step it, break it, mend it.", "org.eclipse.ui.views.showView",
					Map.of("org.eclipse.ui.views.showView.viewId", CheatSheetView.ID)),
			new Offer("&Open a file", "A .ccw file that somebody mailed: device, storage, program and expected result are all in it.",
					"org.ccwbench.ui.open", Map.of()) };
	private static final int WIDTH = 620;
	private Button first;

	@Override
	public void createPartControl(Composite parent) {
		ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		Composite page = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(40, 32).spacing(10, 6).applyTo(page);
		Label title = new Label(page, SWT.NONE);
		title.setText("CCW Workbench");
		title.setFont(JFaceResources.getHeaderFont());
		paragraph(page, "Write a channel program, run it on a simulated or a real device, and step it through every stage "
				+ "by which it gets there, forwards and back.");
		for (Offer offer : OFFERS) {
			offer(page, offer);
		}
		paragraph(page, "F1 explains whatever has the focus. This page comes back by Help > Welcome.");
		Point size = page.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		scroll.setMinSize(size);
		scroll.setContent(page);
	}

	private void offer(Composite page, Offer offer) {
		Button button = new Button(page, SWT.PUSH);
		button.setText(offer.button());
		button.setToolTipText(offer.words());
		GridDataFactory.swtDefaults().indent(0, 16).hint(220, SWT.DEFAULT).applyTo(button);
		button.addListener(SWT.Selection, e -> take(offer));
		if (first == null) {
			first = button;
		}
		paragraph(page, offer.words());
	}

	private static void paragraph(Composite page, String words) {
		Label label = new Label(page, SWT.WRAP);
		label.setText(words);
		GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
	}

	private void take(Offer offer) {
		var workbench = PlatformUI.getWorkbench();
		workbench.getIntroManager().closeIntro(this);
		var commands = workbench.getService(ICommandService.class);
		var handlers = workbench.getService(IHandlerService.class);
		workbench.getDisplay().asyncExec(() -> {
			try {
				handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(offer.command()), offer.parameters()), null);
			} catch (CommandException e) {
				UiPlugin.log("“" + offer.button() + "” could not be done", e);
			}
		});
	}

	@Override
	public void standbyStateChanged(boolean standby) {}

	@Override
	public void setFocus() {
		first.setFocus();
	}
}
