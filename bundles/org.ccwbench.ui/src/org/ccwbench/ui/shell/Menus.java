// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import static org.eclipse.ui.IWorkbenchActionConstants.EDIT_END;
import static org.eclipse.ui.IWorkbenchActionConstants.EDIT_START;
import static org.eclipse.ui.IWorkbenchActionConstants.FIND_EXT;
import static org.eclipse.ui.IWorkbenchActionConstants.MB_ADDITIONS;

import org.ccwbench.ui.run.StatusItem;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** File, Edit, Window and Help. What runs programs is contributed to the groups that are marked here. */
final class Menus extends ActionBarAdvisor {
	/** Between Edit and Window: the run menu. */
	private static final String RUN = "run";
	private IWorkbenchWindow window;

	Menus(IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void makeActions(IWorkbenchWindow of) {
		window = of;
	}

	@Override
	protected void fillMenuBar(IMenuManager bar) {
		bar.add(file());
		bar.add(edit());
		bar.add(new GroupMarker(RUN));
		bar.add(new GroupMarker(MB_ADDITIONS));
		bar.add(windows());
		bar.add(help());
	}

	private MenuManager file() {
		MenuManager menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
		menu.add(new GroupMarker("new"));
		menu.add(new Separator("close"));
		add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
		menu.add(new Separator("save"));
		add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL, ActionFactory.REVERT);
		menu.add(new Separator(MB_ADDITIONS));
		menu.add(new Separator("exchange"));
		add(menu, ActionFactory.IMPORT, ActionFactory.EXPORT);
		menu.add(new Separator("mru"));
		menu.add(ContributionItemFactory.REOPEN_EDITORS.create(window));
		menu.add(new Separator("quit"));
		add(menu, ActionFactory.QUIT);
		return menu;
	}

	private MenuManager edit() {
		MenuManager menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
		menu.add(new GroupMarker(EDIT_START));
		add(menu, ActionFactory.UNDO, ActionFactory.REDO);
		menu.add(new Separator("cut"));
		add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
		menu.add(new Separator("select"));
		add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
		menu.add(new Separator("find"));
		add(menu, ActionFactory.FIND);
		menu.add(new GroupMarker(FIND_EXT));
		menu.add(new Separator("format"));
		menu.add(new GroupMarker(EDIT_END));
		menu.add(new Separator(MB_ADDITIONS));
		return menu;
	}

	private MenuManager windows() {
		MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
		MenuManager views = new MenuManager("Show &View");
		views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
		menu.add(views);
		add(menu, ActionFactory.RESET_PERSPECTIVE);
		menu.add(new Separator());
		add(menu, ActionFactory.ACTIVATE_EDITOR, ActionFactory.NEXT_EDITOR, ActionFactory.PREVIOUS_EDITOR);
		menu.add(new Separator(MB_ADDITIONS));
		add(menu, ActionFactory.PREFERENCES);
		return menu;
	}

	private MenuManager help() {
		MenuManager menu = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
		add(menu, ActionFactory.INTRO);
		menu.add(new GroupMarker(IWorkbenchActionConstants.HELP_START));
		menu.add(new Separator(MB_ADDITIONS));
		add(menu, ActionFactory.ABOUT);
		return menu;
	}

	@Override
	protected void fillCoolBar(ICoolBarManager bar) {
		bar.add(new GroupMarker("file"));
		bar.add(new GroupMarker(MB_ADDITIONS));
		bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_EDITOR));
	}

	@Override
	protected void fillStatusLine(IStatusLineManager line) {
		line.add(new StatusItem());
	}

	private void add(IMenuManager menu, ActionFactory... factories) {
		for (ActionFactory factory : factories) {
			var action = factory.create(window);
			register(action);
			menu.add(action);
		}
	}
}
