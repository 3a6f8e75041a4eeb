// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.shell;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DecoratingLabelProvider;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.BaseSelectionListenerAction;
import org.eclipse.ui.actions.CopyResourceAction;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.actions.RefreshAction;
import org.eclipse.ui.actions.RenameResourceAction;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.model.WorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.eclipse.ui.part.ViewPart;

/** Projects and files of the workspace. */
public final class ExplorerView extends ViewPart implements ISetSelectionTarget {
	public static final String ID = "org.ccwbench.ui.explorer";
	private TreeViewer tree;
	private Clipboard clipboard;
	private EditorLink link;
	private IMemento saved;

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		saved = memento;
	}

	@Override
	public void saveState(IMemento memento) {
		link.save(memento);
	}

	@Override
	public void createPartControl(Composite parent) {
		clipboard = new Clipboard(parent.getDisplay());
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
		FirstSteps first = new FirstSteps(body, getSite().getWorkbenchWindow());
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 8).applyTo(first.control());
		tree = new TreeViewer(body, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
		tree.setContentProvider(new WorkbenchContentProvider());
		var decorators = PlatformUI.getWorkbench().getDecoratorManager().getLabelDecorator();
		tree.setLabelProvider(new DecoratingLabelProvider(new WorkbenchLabelProvider(), decorators));
		tree.addFilter(new ViewerFilter() {
			@Override
			public boolean select(Viewer viewer, Object parentElement, Object element) {
				return !(element instanceof IResource r) || !r.getName().startsWith(".");
			}
		});
		tree.setComparator(new ViewerComparator() {
			@Override
			public int category(Object element) {
				return element instanceof IFile ? 1 : 0;
			}
		});
		tree.setInput(ResourcesPlugin.getWorkspace().getRoot());
		tree.addDoubleClickListener(this::open);
		getSite().setSelectionProvider(tree);
		link = new EditorLink(tree, getSite().getPage(), saved);
		getViewSite().getActionBars().getToolBarManager().add(link.action());
		makeMenu();
	}

	private void makeMenu() {
		var delete = listening(new DeleteResourceAction(getSite()), ActionFactory.DELETE);
		var rename = listening(new RenameResourceAction(getSite(), tree.getTree()), ActionFactory.RENAME);
		var copy = listening(new CopyNames(clipboard), ActionFactory.COPY);
		var duplicate = listening(new CopyResourceAction(getSite()), null);
		duplicate.setText("&Copy To…");
		var refresh = listening(new RefreshAction(getSite()), ActionFactory.REFRESH);
		refresh.setText("Re&fresh");
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener((IMenuManager m) -> {
			m.add(new GroupMarker("new"));
			m.add(new Separator("open"));
			m.add(new Separator("edit"));
			m.add(copy);
			m.add(duplicate);
			m.add(rename);
			m.add(delete);
			m.add(new Separator());
			m.add(refresh);
			m.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		});
		Menu control = menu.createContextMenu(tree.getControl());
		tree.getControl().setMenu(control);
		// Only what is contributed to this view by name: object contributions would bring Eclipse's whole menu.
		getSite().registerContextMenu(ID, menu, tree);
	}

	private <A extends BaseSelectionListenerAction> A listening(A action, ActionFactory global) {
		tree.addSelectionChangedListener(action);
		if (global != null) {
			getViewSite().getActionBars().setGlobalActionHandler(global.getId(), action);
		}
		return action;
	}

	private void open(DoubleClickEvent event) {
		for (Object element : (IStructuredSelection) event.getSelection()) {
			if (element instanceof IFile file) {
				try {
					IDE.openEditor(getSite().getPage(), file);
				} catch (PartInitException e) {
					MessageDialog.openError(getSite().getShell(), "Open", file.getName() + " cannot be opened: " + e.getMessage());
				}
			} else {
				tree.setExpandedState(element, !tree.getExpandedState(element));
			}
		}
	}

	@Override
	public void selectReveal(org.eclipse.jface.viewers.ISelection selection) {
		tree.setSelection(selection instanceof StructuredSelection ? selection : StructuredSelection.EMPTY, true);
	}

	/** For tests. */
	public TreeViewer viewer() {
		return tree;
	}

	@Override
	public void setFocus() {
		tree.getControl().setFocus();
	}

	@Override
	public void dispose() {
		clipboard.dispose();
		if (link != null) {
			link.dispose();
		}
		super.dispose();
	}
}
