// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ccwbench.attach.devices.Plan;
import org.ccwbench.ui.ActiveRun;
import org.ccwbench.ui.Program;
import org.ccwbench.ui.UiPlugin;
import org.ccwbench.ui.prefs.RunPreferences;
import org.ccwbench.ui.run.FailureDialog;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.ui.part.ViewPart;

/** Hosts and their devices: connects, lists, binds and gives back, and runs the program of the editor on a device. */
public final class HostsView extends ViewPart {
	public static final String ID = "org.ccwbench.ui.views.hosts";
	private final HostBook book = HostBook.open();
	private final List<Doing> doings = new ArrayList<>();
	private TreeViewer tree;

	/** What can be done with what is chosen. */
	private final class Doing extends Action {
		private final Class<?> on;
		private final Runnable what;

		/** @param on {@link KnownHost} or {@link HostTree.Row}, which must be chosen; null for anything */
		Doing(String title, String tip, Class<?> on, Runnable what) {
			super(title);
			setToolTipText(tip);
			this.on = on;
			this.what = what;
			doings.add(this);
		}

		void look() {
			setEnabled(on == null || (on == KnownHost.class ? host() != null : on.isInstance(chosen())));
		}

		@Override
		public void run() {
			what.run();
		}
	}

	@Override
	public void createPartControl(Composite parent) {
		tree = new TreeViewer(parent, SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
		tree.getTree().setHeaderVisible(true);
		for (int i = 0; i < HostTree.TITLES.length; i++) {
			TreeColumn c = new TreeColumn(tree.getTree(), SWT.NONE);
			c.setText(HostTree.TITLES[i]);
			c.setWidth(HostTree.WIDTHS[i]);
		}
		HostTree rows = new HostTree();
		tree.setContentProvider(rows);
		tree.setLabelProvider(rows);
		new Doing("Connect…", "Connect to a host", null, this::connect);
		new Doing("Refresh", "Ask the host for its devices again; connects if need be", KnownHost.class, this::ask);
		new Doing("Run Here", "Run the program of the editor on this device", HostTree.Row.class, () -> runHere(false));
		new Doing("Run with Writing…", "Run the program of the editor once on this device, with commands that change what is on it", HostTree.Row.class,
				() -> runHere(true));
		new Doing("Bind…", "Take the device from its driver for vfio-ccw", HostTree.Row.class, () -> plan(true));
		new Doing("Give Back…", "Give the device back to the driver that it had", HostTree.Row.class, () -> plan(false));
		new Doing("Restore…", "Give back what an earlier session left", KnownHost.class, this::restore);
		new Doing("Forget", "End the connection and forget the host", KnownHost.class, this::forget);
		MenuManager menu = new MenuManager();
		doings.forEach(menu::add);
		doings.forEach(getViewSite().getActionBars().getToolBarManager()::add);
		tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
		tree.addSelectionChangedListener(e -> doings.forEach(Doing::look));
		tree.addDoubleClickListener(e -> {
			if (chosen() instanceof HostTree.Row) {
				runHere(false);
			} else {
				ask();
			}
		});
		getSite().setSelectionProvider(tree);
		tree.setInput(book);
		show();
	}

	private Object chosen() {
		return tree.getStructuredSelection().getFirstElement();
	}

	private KnownHost host() {
		return chosen() instanceof HostTree.Row r ? r.host() : chosen() instanceof KnownHost h ? h : null;
	}

	private void show() {
		if (!tree.getTree().isDisposed()) {
			tree.refresh();
			tree.expandAll();
			doings.forEach(Doing::look);
		}
	}

	private void connect() {
		new WizardDialog(getSite().getShell(), wizard()).open();
	}

	/** The wizard that connects; the list shows the host when it is done. */
	public ConnectWizard wizard() {
		return new ConnectWizard(book) {
			@Override
			public boolean performFinish() {
				boolean done = super.performFinish();
				show();
				return done;
			}
		};
	}

	private <T> void start(String title, KnownHost on, KnownHost.Work<T> work, Consumer<T> done) {
		new HostJob<>(title, on, work, came -> {
			show();
			done.accept(came);
		}, why -> {
			show();
			refuse(why);
		}).schedule();
	}

	private void refuse(String why) {
		if (!tree.getTree().isDisposed()) {
			MessageDialog.openError(getSite().getShell(), getPartName(), why);
		}
	}

	private void ask() {
		KnownHost on = host();
		if (on != null) {
			start("Asking " + on.name(), on, h -> null, none -> {});
		}
	}

	private void plan(boolean bind) {
		HostTree.Row row = (HostTree.Row) chosen();
		String number = row.subchannel().device();
		if (number == null) {
			refuse(row.subchannel().title() + " has no device that could be named.");
			return;
		}
		start("Planning", row.host(), h -> bind ? h.devices().planToBind(number) : h.devices().planToRelease(number), plan -> {
			if (agreed(List.of(plan))) {
				start(bind ? "Binding " + number : "Giving back " + number, row.host(),
						h -> bind ? h.devices().bind(number) : h.devices().release(number), device -> {});
			}
		});
	}

	private void restore() {
		KnownHost on = host();
		start("Reading the journal of " + on.name(), on, h -> h.devices().planToRestore(), plans -> {
			if (plans.isEmpty()) {
				MessageDialog.openInformation(getSite().getShell(), getPartName(), on.name() + " has nothing that would have to be given back.");
			} else if (agreed(plans)) {
				start("Restoring", on, h -> h.devices().restore(),
						lines -> MessageDialog.openInformation(getSite().getShell(), getPartName(), String.join("\n", lines)));
			}
		});
	}

	/** Shows what will be done before it is. */
	private boolean agreed(List<Plan> plans) {
		String lines = String.join("\n", plans.stream().flatMap(p -> p.lines().stream()).toList());
		if (plans.stream().allMatch(p -> p.refusal() != null)) {
			refuse(lines);
			return false;
		}
		if (plans.stream().allMatch(p -> p.steps().isEmpty())) {
			MessageDialog.openInformation(getSite().getShell(), getPartName(), lines);
			return false;
		}
		return MessageDialog.openConfirm(getSite().getShell(), getPartName(), lines);
	}

	private void forget() {
		KnownHost on = host();
		book.remove(on);
		show();
	}

	private void runHere(boolean writing) {
		HostTree.Row row = (HostTree.Row) chosen();
		Program.Source source = Adapters.adapt(getSite().getPage().getActiveEditor(), Program.Source.class);
		if (source == null) {
			refuse("There is no channel program to run. Open a .ccw file first.");
		} else if (!row.subchannel().attachable()) {
			refuse(row.subchannel().title() + " is not bound to vfio_ccw. Bind it first.");
		} else {
			start(source, ConnectedBackend.name(row.host(), row.subchannel()),
					writing ? WriteLeave.ask(getSite().getShell(), row.host().name(), row.subchannel().device()) : "");
		}
	}

	/** @param typed to let this run write; empty for a run that only reads, null for none */
	private void start(Program.Source source, String backend, String typed) {
		if (typed == null) {
			return;
		}
		ActiveRun run = UiPlugin.activeRun();
		if (!typed.isEmpty()) {
			WriteLeave.give(run, backend, typed);
		}
		FailureDialog.watch(run, source, getSite().getShell());
		run.start(source.program(), RunPreferences.options("linux").withBackend(backend), false);
	}

	/** Chooses the row of a device, "0.0.1234"; for tests. */
	public void choose(String device) {
		tree.setSelection(new StructuredSelection(book.hosts().stream().flatMap(h -> h.devices().stream()
				.filter(s -> device.equals(s.device())).map(s -> new HostTree.Row(h, s))).toList()), true);
	}

	/** The rows with blanks between their columns, for tests. */
	public List<String> lines() {
		HostTree rows = new HostTree();
		return book.hosts().stream().flatMap(h -> Stream.concat(Stream.of(h), Stream.of(rows.getChildren(h))))
				.map(o -> String.join(" ", IntStream.range(0, HostTree.TITLES.length).mapToObj(i -> rows.getColumnText(o, i)).filter(w -> !w.isEmpty()).toList())).toList();
	}

	@Override
	public void setFocus() {
		tree.getTree().setFocus();
	}
}
