// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ccwbench.debug.launch.Setting;
import org.ccwbench.ui.ActiveRun.Phase;
import org.ccwbench.ui.views.CompareView;
import org.ccwbench.ui.views.PositionView;
import org.ccwbench.ui.views.RecordingView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.hosts.ConnectWizard;
import org.ccwbench.ui.views.hosts.HostBook;
import org.ccwbench.ui.views.hosts.HostsView;
import org.ccwbench.ui.views.hosts.KnownHost;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A host whose agent runs in a process of its own, on the simulated devices of sense-id.ccw: one 3390 at 0.0.0120, to
 * which SENSE ID answers X'FF3990' first.
 */
class HostsTest {
	private static final String DEVICE = "0.0.0120";
	private static final List<String> VIEWS = List.of("stages", "program", "translation", "pins", "irb", "subchannel", "recording", "storage");
	private HostsView view;

	@BeforeEach
	void open() {
		Bench.project();
		view = Bench.view(HostsView.class, HostsView.ID);
	}

	@AfterEach
	void close() {
		ui(() -> {
			run().drop();
			List.copyOf(HostBook.open().hosts()).forEach(HostBook.open()::remove);
			Bench.page().closeAllEditors(false);
			Bench.page().hideView(view);
			return null;
		});
	}

	/** The command line of the workbench, started with the classes of the bundles under test. */
	private static String agent() {
		String jars = Stream.of("org.ccwbench.cli", "org.ccwbench.attach", "org.ccwbench.run", "org.ccwbench.notation", "org.ccwbench.model",
				"org.ccwbench.vfio", "org.ccwbench.device", "org.ccwbench.channel", "org.ccwbench.storage", "org.ccwbench.arch", "picocli",
				"com.google.gson", "com.sun.jna", "org.eclipse.lsp4j.jsonrpc", "org.eclipse.emf.common", "org.eclipse.emf.ecore")
				.map(HostsTest::classes).collect(Collectors.joining(File.pathSeparator));
		return quoted(System.getProperty("java.home") + "/bin/java") + " -cp " + quoted(jars) + " org.ccwbench.cli.Main agent --simulated "
				+ quoted(Bench.file("sense-id.ccw").getLocation().toOSString());
	}

	private static String classes(String bundle) {
		File at = FileLocator.getBundleFileLocation(Platform.getBundle(bundle)).orElseThrow();
		File built = new File(at, "target/classes");
		return (built.isDirectory() ? built : at).getAbsolutePath();
	}

	private static String quoted(String word) {
		return "\"" + word + "\"";
	}

	/** Fills the wizard in: the host by keys, the command into its field; then Enter. */
	private Shell wizard(String command) {
		WizardDialog dialog = ui(() -> {
			Bench.window().getShell().forceActive();
			ConnectWizard wizard = view.wizard();
			WizardDialog d = new WizardDialog(Bench.window().getShell(), wizard);
			d.setBlockOnOpen(false);
			d.open();
			return d;
		});
		Shell shell = dialog.getShell();
		waitFor("the wizard has the focus", () -> Display.getCurrent().getFocusControl() instanceof Text t && t.getShell() == shell);
		Bench.pause(300);
		Bench.type("try");
		waitFor("the name", () -> texts(shell).get(0).getText().equals("try"));
		ui(() -> {
			texts(shell).get(1).setText(command);
			return null;
		});
		Bench.picture("connect-wizard");
		press('\r');
		return shell;
	}

	private static List<Text> texts(Composite in) {
		List<Text> found = new ArrayList<>();
		for (Control c : in.getChildren()) {
			if (c instanceof Text t && (t.getStyle() & SWT.READ_ONLY) == 0) {
				found.add(t);
			} else if (c instanceof Composite inner) {
				found.addAll(texts(inner));
			}
		}
		return found;
	}

	private void connect() {
		Shell shell = wizard(agent());
		waitFor("the connection", shell::isDisposed);
	}

	private static void settle(PositionView v) {
		waitFor(v.getTitle() + " follows", () -> v.words().contains(String.format("event %,d of", run().history().position())));
	}

	@Test
	void wizardConnectsAndEnterRunsTheProgramOnTheDeviceInAllViews() {
		connect();
		assertThat(ui(view::lines)).hasSize(2).first().asString().startsWith("try ");
		assertThat(ui(view::lines).get(1)).startsWith(DEVICE).contains("3390").contains("vfio_ccw");
		Bench.open("sense-id.ccw");
		ui(() -> {
			Bench.page().activate(view);
			view.choose(DEVICE);
			return null;
		});
		waitFor("focus of the list", () -> Display.getCurrent().getFocusControl() instanceof Tree);
		press('\r');
		waitFor("the run", () -> run().phase() == Phase.READY);
		assertThat(ui(() -> run().session().options().backend())).isEqualTo("try/" + DEVICE);
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		for (String name : VIEWS) {
			settle(Bench.view(PositionView.class, "org.ccwbench.ui.views." + name));
		}
		RecordingView recording = Bench.view(RecordingView.class, RecordingView.ID);
		waitFor("all events", () -> recording.settled() && recording.count() == run().history().size());
		StorageView storage = Bench.view(StorageView.class, StorageView.ID);
		assertThat(ui(() -> storage.together("ID")).get(0)).startsWith("00020000  FF3990");
		ui(() -> {
			run().seek(0);
			return null;
		});
		for (String name : VIEWS) {
			settle(Bench.view(PositionView.class, "org.ccwbench.ui.views." + name));
		}
		Bench.picture("hosts");
		CompareView compare = Bench.view(CompareView.class, CompareView.ID);
		ui(() -> {
			compare.with("direct");
			return null;
		});
		waitFor("the comparison with simulated devices", () -> compare.lines().get(0).contains("differ"));
		assertThat(ui(compare::lines).get(0)).isEqualTo("Nothing differs.");
	}

	@Test
	void launchConfigurationNamesADevice() throws Exception {
		connect();
		ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationWorkingCopy c = launches.getLaunchConfigurationType(Setting.TYPE).newInstance(null, "on a device");
		c.setAttribute(Setting.PROGRAM, Bench.file("sense-id.ccw").getFullPath().toString());
		c.setAttribute(Setting.BACKEND, "try/" + DEVICE);
		c.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
		waitFor("the run", () -> run().phase() == Phase.READY);
		assertThat(ui(() -> run().path())).isEqualTo("linux");
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
	}

	@Test
	void wizardSaysWhyThereIsNoConnectionAndKeepsNoHost() {
		Shell shell = wizard("ccwb-is-not-here {host}");
		waitFor("the reason", () -> labels(shell).contains("cannot start ccwb-is-not-here"));
		assertThat(ui(() -> HostBook.open().hosts()).stream().map(KnownHost::name)).isEmpty();
		ui(() -> {
			shell.close();
			return null;
		});
	}

	/** All words of read-only fields and labels. */
	private static String labels(Composite in) {
		StringBuilder all = new StringBuilder();
		for (Control c : in.getChildren()) {
			switch (c) {
				case Text t -> all.append(t.getText()).append('\n');
				case Label l -> all.append(l.getText()).append('\n');
				case Composite inner -> all.append(labels(inner));
				default -> { }
			}
		}
		return all.toString();
	}
}
