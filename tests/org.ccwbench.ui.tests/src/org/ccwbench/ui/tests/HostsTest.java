// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ccwbench.attach.agent.AgentListener;
import org.ccwbench.attach.agent.TokenFile;
import org.ccwbench.attach.simulated.SimulatedHost;
import org.ccwbench.debug.launch.Setting;
import org.ccwbench.notation.Notation;
import org.ccwbench.ui.views.CompareView;
import org.ccwbench.ui.views.PositionView;
import org.ccwbench.ui.views.RecordingView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.hosts.HostBook;
import org.ccwbench.ui.views.hosts.HostsView;
import org.ccwbench.ui.views.hosts.KnownHost;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
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
	private AgentListener listener;
	private Path token;

	@BeforeEach
	void open() {
		Bench.project();
		view = Bench.view(HostsView.class, HostsView.ID);
	}

	@AfterEach
	void close() throws Exception {
		if (listener != null) {
			listener.close();
			listener = null;
		}
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

	private Shell wizard(String command) {
		return wizard("try", command, "");
	}

	/** Fills the wizard in, the beginning of the host's name by keys; then Enter. */
	private Shell wizard(String host, String command, String token) {
		Shell shell = Bench.wizard(view::wizard).getShell();
		String first = host.replaceAll(":.*", "");
		Bench.type(first);
		waitFor("the name", () -> texts(shell).get(0).getText().equals(first));
		ui(() -> {
			texts(shell).get(0).setText(host);
			texts(shell).get(1).setText(command);
			texts(shell).get(2).setText(token);
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

	/** Connects a host of its own with one device, by the wizard. */
	void connect() {
		Shell shell = wizard(agent());
		waitFor("the connection", shell::isDisposed);
	}

	/** A host of its own behind a listener, which the view and all runs share, with the device of a text; connected. */
	private void listen(String program) throws Exception {
		Path folder = Path.of(Bench.project().getLocation().toOSString());
		SimulatedHost host = new SimulatedHost(Notation.assemble(program, Files.readString(folder.resolve(program))), folder);
		token = Files.createTempDirectory("ccwb-hosts").resolve("token");
		listener = new AgentListener(0, host::asHost, TokenFile.readOrMake(token), true);
		Thread t = new Thread(listener::run, "listener");
		t.setDaemon(true);
		t.start();
	}

	private void connectToListener() {
		Shell shell = wizard("tcp:" + listener.port(), "", token.toString());
		waitFor("the connection", shell::isDisposed);
	}

	/** Chooses the device and does what the view's tool bar has under that title. */
	private void does(String title) {
		choose();
		IContributionItem item = ui(() -> Stream.of(view.getViewSite().getActionBars().getToolBarManager().getItems())
				.filter(i -> i instanceof ActionContributionItem a && a.getAction().getText().equals(title)).findFirst().orElseThrow());
		assertThat(ui(item::isEnabled)).as(title).isTrue();
		Display.getDefault().asyncExec(((ActionContributionItem) item).getAction()::run);
	}

	private void choose() {
		ui(() -> {
			Bench.window().getShell().forceActive();
			Bench.page().activate(view);
			view.choose(DEVICE);
			return null;
		});
		waitFor("focus of the list", () -> Display.getCurrent().getFocusControl() instanceof Tree);
	}

	/** Waits for a dialog with these words, and answers it by Enter. */
	private static void answer(String... words) {
		waitFor("a dialog with " + words[0], () -> dialog(words) != null);
		Shell shell = ui(() -> dialog(words));
		Bench.pause(200);
		press('\r');
		waitFor("the end of the dialog with " + words[0], shell::isDisposed);
	}

	/** The dialog in front if it has these words; else null. */
	private static Shell dialog(String... words) {
		Shell s = Display.getCurrent().getActiveShell();
		return s != null && s != Bench.window().getShell() && Stream.of(words).allMatch(labels(s)::contains) ? s : null;
	}

	private String driver() {
		return ui(view::lines).stream().filter(l -> l.startsWith(DEVICE)).findFirst().orElse("");
	}

	@Test
	void deviceIsGivenBackTakenAndRestoredAfterWhatWillBeDoneWasShown() throws Exception {
		listen("sense-id.ccw");
		connectToListener();
		Bench.open("sense-id.ccw");
		does("Give Back…");
		waitFor("the plan", () -> dialog("take it from vfio_ccw") != null);
		Bench.picture("hosts-give-back");
		answer("remove its mediated device", "take it from vfio_ccw", "give it to io_subchannel");
		waitFor("the driver", () -> view.lines().get(1).contains("io_subchannel"));
		choose();
		press('\r');
		answer("is not bound to vfio_ccw. Bind it first.");
		does("Bind…");
		answer("take it from io_subchannel", "give it to vfio_ccw", "make a mediated device of it");
		waitFor("the driver", () -> view.lines().get(1).contains("vfio_ccw"));
		does("Bind…");
		answer("nothing needs to be done");
		does("Restore…");
		answer("device 0.0.0120", "give it to io_subchannel");
		answer("device 0.0.0120 (subchannel 0.0.0000) is back at io_subchannel");
		assertThat(driver()).contains("io_subchannel");
		does("Restore…");
		answer("has nothing that would have to be given back");
	}

	@Test
	void writingTakesTheNumberOfTheDeviceForEachRun() throws Exception {
		listen("write-and-read-back.ccw");
		connectToListener();
		Bench.open("write-and-read-back.ccw");
		choose();
		Bench.ran("the refusal", () -> press('\r'));
		assertThat(ui(() -> run().outcome().asExpected())).isFalse();
		does("Run with Writing…");
		waitFor("the question", () -> dialog("change what is on 0.0.0120 of tcp:") != null);
		Shell shell = ui(() -> dialog("change what is on 0.0.0120 of tcp:"));
		Bench.pause(200);
		Bench.type("0.0.0121");
		waitFor("another number", () -> texts(shell).get(0).getText().equals("0.0.0121"));
		assertThat(ui(() -> labels(shell))).contains("This is another device.");
		press('\r');
		assertThat(ui(shell::isDisposed)).as("the question stays").isFalse();
		Bench.picture("hosts-writing");
		press(SWT.BS);
		press('0');
		waitFor("the number of the device", () -> texts(shell).get(0).getText().equals(DEVICE));
		Bench.ran("the run that writes", () -> press('\r'));
		assertThat(ui(() -> shell.isDisposed() && run().outcome().asExpected())).isTrue();
		choose();
		Bench.ran("the next run", () -> press('\r'));
		assertThat(ui(() -> run().outcome().asExpected())).as("has no leave").isFalse();
	}

	@Test
	void wrongTokenIsToldInTheWizard() throws Exception {
		listen("sense-id.ccw");
		Path wrong = token.resolveSibling("wrong");
		TokenFile.readOrMake(wrong);
		Shell shell = wizard("tcp:" + listener.port(), "", wrong.toString());
		waitFor("the reason", () -> labels(shell).contains("The token is wrong."));
		assertThat(ui(() -> HostBook.open().hosts())).isEmpty();
		ui(() -> {
			shell.close();
			return null;
		});
	}

	@Test
	void connectionThatIsGivenUpEndsTheCommandThatLeadsThere() {
		Shell shell = wizard("sleep 1117");
		waitFor("the command", HostsTest::sleeps);
		ToolItem stop = ui(() -> stop(shell));
		ui(() -> {
			stop.notifyListeners(SWT.Selection, new Event());
			return null;
		});
		waitFor("the end of the command", () -> !sleeps());
		waitFor("the words", () -> labels(shell).contains("The connection was given up."));
		ui(() -> {
			shell.close();
			return null;
		});
	}

	private static boolean sleeps() {
		return ProcessHandle.current().children().anyMatch(p -> List.of(p.info().arguments().orElse(new String[0])).contains("1117"));
	}

	private static ToolItem stop(Composite in) {
		for (Control c : in.getChildren()) {
			ToolItem found = c instanceof ToolBar bar && bar.isVisible() && bar.getItemCount() == 1 ? bar.getItem(0) : c instanceof Composite inner ? stop(inner) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
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
		Bench.ran("the run", () -> press('\r'));
		assertThat(ui(() -> run().session().options().backend())).isEqualTo("try/" + DEVICE);
		assertThat(ui(() -> run().outcome().asExpected())).isTrue();
		for (String name : VIEWS) {
			Bench.follow(Bench.view(PositionView.class, "org.ccwbench.ui.views." + name));
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
			Bench.follow(Bench.view(PositionView.class, "org.ccwbench.ui.views." + name));
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
		Bench.ran("the run", () -> c.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
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
