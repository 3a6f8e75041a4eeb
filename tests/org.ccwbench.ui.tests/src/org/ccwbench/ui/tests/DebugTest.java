// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.ccwbench.debug.breakpoint.PinBreakpoint;
import org.ccwbench.debug.breakpoint.StageBreakpoint;
import org.ccwbench.debug.breakpoint.StatusBreakpoint;
import org.ccwbench.debug.breakpoint.StorageBreakpoint;
import org.ccwbench.debug.launch.Setting;
import org.ccwbench.debug.model.Debugging;
import org.ccwbench.ui.editor.CcwEditor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.ILineBreakpoint;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.core.model.IWatchExpression;
import org.eclipse.debug.core.model.MemoryByte;
import org.eclipse.debug.ui.AbstractDebugView;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.memory.IMemoryRenderingSite;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The debug platform at work on read-volume-label.ccw, whose CCWs stand on lines 12 to 14: DEFINE EXTENT at X'10000',
 * LOCATE RECORD, and READ DATA (LAST, X'10010') of 80 bytes to LABEL at X'20000'.
 */
class DebugTest {
	private static final int FIRST_CCW = 12;
	private static final int LAST_CCW = 14;
	private CcwEditor editor;

	@BeforeEach
	void open() {
		Bench.project();
		removeBreakpoints();
		editor = Bench.open("read-volume-label.ccw");
		Paths.choose("two-stage");
	}

	@AfterEach
	void close() {
		removeBreakpoints();
		ui(() -> {
			run().drop();
			Bench.page().closeAllEditors(false);
			for (String view : new String[] {IDebugUIConstants.ID_DEBUG_VIEW, IDebugUIConstants.ID_VARIABLE_VIEW, IDebugUIConstants.ID_BREAKPOINT_VIEW,
					IDebugUIConstants.ID_MEMORY_VIEW, IDebugUIConstants.ID_EXPRESSION_VIEW}) {
				IViewPart part = Bench.page().findView(view);
				if (part != null) {
					Bench.page().hideView(part);
				}
			}
			return null;
		});
	}

	private static void removeBreakpoints() {
		ui(() -> {
			var manager = DebugPlugin.getDefault().getBreakpointManager();
			manager.removeBreakpoints(manager.getBreakpoints(), true);
			return null;
		});
	}

	private void debug() {
		Bench.focus(editor, editor.sourceViewer().getTextWidget());
		Bench.ran("the run", () -> press(SWT.F11));
		waitFor("a suspended thread", () -> thread() != null && frames().length > 0);
	}

	private static IDebugTarget target() {
		return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getDebugTargets()).filter(t -> !t.isTerminated()).findFirst().orElse(null);
	}

	private static org.eclipse.debug.core.model.IThread thread() {
		try {
			return target() == null || target().getThreads().length == 0 ? null : target().getThreads()[0];
		} catch (DebugException e) {
			throw new AssertionError(e);
		}
	}

	private static IStackFrame[] frames() {
		try {
			return thread().getStackFrames();
		} catch (DebugException e) {
			throw new AssertionError(e);
		}
	}

	private static long position() {
		return ui(() -> run().history().position());
	}

	private static void step(long expected, int... keys) {
		press(keys);
		waitFor("event " + expected, () -> run().history().position() == expected && Debugging.settled());
	}

	private void to(String what, int key, long other) {
		press(key == SWT.F8 ? new int[] {SWT.F8} : new int[] {SWT.SHIFT, SWT.F8});
		waitFor(what, () -> run().history().position() != other && Debugging.settled());
	}

	@Test
	void debuggingStandsAtTheBeginningAndEveryStepHasItsWayBack() throws DebugException {
		debug();
		assertThat(position()).isZero();
		assertThat(target().getName()).isEqualTo("read-volume-label.ccw · two-stage");
		step(1, SWT.F5);
		step(0, SWT.SHIFT, SWT.F5);
		long ccw = ui(() -> run().history().recording().nextCcw(0));
		step(ccw, SWT.F6);
		assertThat(frames()[0].getName()).startsWith("CCW ").contains("DEFINE EXTENT");
		assertThat(frames()[0].getLineNumber()).isEqualTo(FIRST_CCW);
		assertThat(frames()[1].getName()).startsWith("Stage Q2");
		assertThat(frames()[frames().length - 1].getName()).startsWith("ORB to device 0120");
		step(0, SWT.SHIFT, SWT.F6);
		long stage = ui(() -> run().history().recording().nextStage(0));
		step(stage, SWT.F7);
		step(0, SWT.SHIFT, SWT.F7);
		Bench.picture("debug-views");
	}

	@Test
	void stepsOfThePlatformMoveThePositionOfAllViews() throws DebugException {
		debug();
		thread().stepInto();
		waitFor("one event", () -> run().history().position() == 1 && Debugging.settled());
		long ccw = ui(() -> run().history().recording().nextCcw(1));
		thread().stepOver();
		waitFor("one CCW", () -> run().history().position() == ccw && Debugging.settled());
		long stage = ui(() -> run().history().recording().nextStage(ccw));
		thread().stepReturn();
		waitFor("one stage", () -> run().history().position() == stage && Debugging.settled());
		thread().resume();
		waitFor("the end", () -> run().history().position() == run().history().size() && Debugging.settled());
	}

	@Test
	void doubleClickLeftOfALineSetsABreakpointThatStopsForwardsAndBack() throws Exception {
		doubleClickLeftOf(LAST_CCW);
		waitFor("the breakpoint", () -> DebugPlugin.getDefault().getBreakpointManager().getBreakpoints("org.ccwbench.debug").length == 1);
		IBreakpoint set = DebugPlugin.getDefault().getBreakpointManager().getBreakpoints("org.ccwbench.debug")[0];
		assertThat(((ILineBreakpoint) set).getLineNumber()).isEqualTo(LAST_CCW);
		debug();
		waitFor("the first stop", () -> run().history().position() > 0 && Debugging.settled());
		assertThat(frames()[0].getLineNumber()).isEqualTo(LAST_CCW);
		assertThat(thread().getBreakpoints()).containsExactly(set);
		assertThat(ui(() -> run().stage().stage().id())).as("translated by the monitor first").isEqualTo("Q2");
		long first = position();
		to("the next stop", SWT.F8, first);
		assertThat(frames()[0].getLineNumber()).isEqualTo(LAST_CCW);
		long second = position();
		to("the last stop", SWT.F8, second);
		to("a stop before", -1, position());
		while (position() > second) {
			to("a stop before", -1, position());
		}
		assertThat(position()).isEqualTo(second);
		to("the first again", -1, second);
		assertThat(position()).isEqualTo(first);
		to("the beginning", -1, first);
		assertThat(position()).isZero();
	}

	@Test
	void breakpointIsTakenAwayByTheSameKeysThatSetIt() {
		ui(() -> {
			editor.sourceViewer().getTextWidget().setCaretOffset(editor.sourceViewer().getTextWidget().getOffsetAtLine(FIRST_CCW - 1));
			return null;
		});
		press(SWT.CTRL, SWT.SHIFT, 'b');
		waitFor("a breakpoint", () -> DebugPlugin.getDefault().getBreakpointManager().hasBreakpoints());
		press(SWT.CTRL, SWT.SHIFT, 'b');
		waitFor("none", () -> !DebugPlugin.getDefault().getBreakpointManager().hasBreakpoints());
	}

	/** The display posts no double clicks: the events go to the ruler itself. */
	private void doubleClickLeftOf(int line) {
		ui(() -> {
			var text = editor.sourceViewer().getTextWidget();
			int y = text.getLinePixel(line - 1) + text.getLineHeight() / 2;
			Control column = ((Composite) editor.getAdapter(IVerticalRulerInfo.class).getControl()).getChildren()[0];
			for (int type : new int[] {SWT.MouseDown, SWT.MouseUp, SWT.MouseDown, SWT.MouseDoubleClick, SWT.MouseUp}) {
				Event e = new Event();
				e.type = type;
				e.x = 4;
				e.y = column.toControl(text.toDisplay(0, y)).y;
				e.button = 1;
				column.notifyListeners(type, e);
			}
			return null;
		});
	}

	@Test
	void stageStopsWhereItBegins() throws Exception {
		new StageBreakpoint("K2", false);
		debug();
		waitFor("K2", () -> run().stage() != null && run().stage().stage().id().equals("K2") && Debugging.settled());
		long begun = ui(() -> run().stage().begun());
		assertThat(position()).isEqualTo(begun + 1);
	}

	@Test
	void pinsStopOneByOneAndAWayBackUnpinsThem() throws Exception {
		new PinBreakpoint(true, false, true);
		debug();
		waitFor("the first pin", () -> run().history().pinned() == 1 && Debugging.settled());
		to("the second pin", SWT.F8, position());
		assertThat(ui(() -> run().history().pinned())).isEqualTo(2);
		to("the first pin", -1, position());
		assertThat(ui(() -> run().history().pinned())).isEqualTo(1);
	}

	@Test
	void storageStopsWhereTheDeviceStoresTheLabelAndNotBefore() throws Exception {
		new StorageBreakpoint("guest", 0x20000, 80, false, true);
		debug();
		waitFor("the store", () -> run().history().position() > 0 && Debugging.settled());
		// VOL1 in EBCDIC is E5 D6 D3 F1
		assertThat(ui(() -> run().history().spaces().get(0).space().bytes(0x20000, 4))).containsExactly(0xE5, 0xD6, 0xD3, 0xF1);
		press(SWT.SHIFT, SWT.F5);
		waitFor("before the store", () -> run().history().spaces().get(0).space().load8(0x20000) == 0 && Debugging.settled());
	}

	@Test
	void statusStopsWhereSomethingIsWrong() throws Exception {
		editor = Bench.open("fail-record-not-found.ccw");
		Paths.choose("mediated");
		new StatusBreakpoint(true);
		debug();
		waitFor("the check", () -> run().history().position() > 0 && Debugging.settled());
		assertThat(names(frames()[0])).contains("CCW", "ORB", "SCSW", "SCHIB", "IRB", "Look-ups", "Pins");
		assertThat(value(frames()[0], "CCW", "unit status")).contains("unit check");
	}

	@Test
	void variablesAreThoseOfThePositionAndTellWhatChanged() throws DebugException {
		debug();
		press(SWT.F8);
		waitFor("the end", () -> run().history().position() == run().history().size() && Debugging.settled());
		assertThat(value(frames()[0], "CCW", "residual")).isEqualTo("0");
		assertThat(value(frames()[0], "SCSW", "dstat")).contains("channel end, device end");
		assertThat(value(frames()[0], "ORB", "cpa")).contains("00010000");
		press(SWT.SHIFT, SWT.F8);
		waitFor("the beginning", () -> run().history().position() == 0 && Debugging.settled());
		IVariable scsw = variable(frames()[0].getVariables(), "SCSW");
		IVariable status = variable(scsw.getValue().getVariables(), "dstat");
		assertThat(status.getValue().getValueString()).startsWith("00");
		assertThat(status.hasValueChanged()).isTrue();
	}

	/** The platform hears of a step a moment later; a stop in that moment is the last that it hears. */
	@Test
	void aBreakpointRightAfterAStepStaysTheReasonOfTheStop() throws Exception {
		PinBreakpoint pin = new PinBreakpoint(true, false, true);
		debug();
		waitFor("the first pin", () -> run().history().pinned() == 1 && Debugging.settled());
		boolean[] later = new boolean[1];
		ui(() -> {
			run().seek(1);
			Debugging.stopping(pin);
			run().seek(2);
			Display.getCurrent().timerExec(150, () -> later[0] = true);
			return null;
		});
		waitFor("what the step would have told", () -> later[0]);
		assertThat(thread().getBreakpoints()).containsExactly(pin);
	}

	@Test
	void whoeverAsksForVariablesHoldsNothingThatTheWindowMayWant() throws Exception {
		debug();
		IStackFrame frame = frames()[0];
		Thread asks = new Thread(() -> {
			try {
				frame.getVariables();
			} catch (DebugException e) {
				throw new AssertionError(e);
			}
		});
		Thread wants = new Thread(() -> {
			synchronized (frame) {
				Thread.yield();
			}
		});
		boolean free = ui(() -> {
			try {
				asks.start();
				// The answer is this thread's, which does not give it now.
				asks.join(300);
				wants.start();
				wants.join(2000);
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
			return !wants.isAlive();
		});
		asks.join();
		assertThat(free).isTrue();
	}

	private static List<String> names(IStackFrame frame) throws DebugException {
		return Arrays.stream(frame.getVariables()).map(DebugTest::name).toList();
	}

	private static String name(IVariable v) {
		try {
			return v.getName();
		} catch (DebugException e) {
			throw new AssertionError(e);
		}
	}

	private static IVariable variable(IVariable[] among, String name) {
		return Arrays.stream(among).filter(v -> name(v).equals(name)).findFirst().orElseThrow(() -> new AssertionError("no " + name));
	}

	private static String value(IStackFrame frame, String variable, String part) throws DebugException {
		return variable(variable(frame.getVariables(), variable).getValue().getVariables(), part).getValue().getValueString();
	}

	@Test
	void everyAddressSpaceIsAMemoryBlockAndKnowsWhichBytesChanged() throws DebugException {
		debug();
		IMemoryBlock[] blocks = DebugPlugin.getDefault().getMemoryBlockManager().getMemoryBlocks(target());
		assertThat(blocks).extracting(b -> ((IMemoryBlockExtension) b).getExpression()).hasSize(3)
				.anyMatch(e -> e.contains("guest")).anyMatch(e -> e.contains("user")).anyMatch(e -> e.contains("host"));
		IMemoryBlockExtension guest = (IMemoryBlockExtension) Arrays.stream(blocks).filter(b -> ((IMemoryBlockExtension) b).getExpression().contains("guest")).findFirst().orElseThrow();
		MemoryByte[] before = guest.getBytesFromAddress(BigInteger.valueOf(0x20000), 4);
		assertThat(before).allMatch(b -> b.getValue() == 0 && b.isReadable());
		press(SWT.F8);
		waitFor("the end", () -> run().history().position() == run().history().size() && Debugging.settled());
		MemoryByte[] after = guest.getBytesFromAddress(BigInteger.valueOf(0x20000), 4);
		assertThat(after).extracting(MemoryByte::getValue).containsExactly((byte) 0xE5, (byte) 0xD6, (byte) 0xD3, (byte) 0xF1);
		assertThat(after).allMatch(MemoryByte::isChanged);
	}

	@Test
	void memoryCanBeShownInHexadecimalAndEbcdic() {
		debug();
		IMemoryBlock block = DebugPlugin.getDefault().getMemoryBlockManager().getMemoryBlocks(target())[0];
		var manager = DebugUITools.getMemoryRenderingManager();
		assertThat(manager.getRenderingTypes(block)).extracting(t -> t.getId()).contains("org.eclipse.debug.ui.rendering.raw_memory", "org.ccwbench.debug.ebcdic");
		assertThat(manager.getPrimaryRenderingType(block).getId()).isEqualTo("org.eclipse.debug.ui.rendering.raw_memory");
	}

	@Test
	void labelsAndFieldsCanBeWatched() throws DebugException {
		debug();
		press(SWT.F8);
		waitFor("the end", () -> run().history().position() == run().history().size() && Debugging.settled());
		assertThat(watch("LABEL,4")).contains("E5D6D3F1").contains("VOL1");
		assertThat(watch("scsw.dstat")).contains("channel end, device end");
		assertThat(watch("host:NOWHERE")).contains("neither a label nor a number");
	}

	private static String watch(String words) throws DebugException {
		IWatchExpression expression = DebugPlugin.getDefault().getExpressionManager().newWatchExpression(words);
		expression.setExpressionContext(frames()[0]);
		expression.evaluate();
		waitFor("the value of " + words, () -> !expression.isPending() && (expression.getValue() != null || expression.hasErrors()));
		return expression.hasErrors() ? String.join("\n", expression.getErrorMessages()) : expression.getValue().getValueString();
	}

	@Test
	void launchConfigurationChangesPathImageAndFaults() throws Exception {
		ILaunchManager launches = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationWorkingCopy c = launches.getLaunchConfigurationType(Setting.TYPE).newInstance(null, "with a fault");
		c.setAttribute(Setting.PROGRAM, Bench.file("read-volume-label.ccw").getFullPath().toString());
		c.setAttribute(Setting.PATH, "mediated");
		c.setAttribute(Setting.FAULTS, "EQUIPMENT,CMD=RD");
		c.setAttribute(Setting.IMAGES, Map.of("0120", "images/volume.3390.gz"));
		Bench.ran("the run", () -> c.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
		assertThat(ui(() -> run().path())).isEqualTo("mediated");
		assertThat(position()).as("run stands at the end").isEqualTo(ui(() -> run().history().size()));
		assertThat(ui(() -> run().outcome().explanation().verdict())).contains("unit check");
	}

	@Test
	void viewsOfThePlatformShowIt() {
		debug();
		press(SWT.F6);
		waitFor("a CCW", () -> run().history().currentCcw() != -1 && Debugging.settled());
		IViewPart view = ui(() -> Bench.page().showView(IDebugUIConstants.ID_DEBUG_VIEW));
		waitFor("the frames in the Debug view", () -> texts(tree(view)).stream().anyMatch(t -> t.contains("DEFINE EXTENT") && t.contains("line 12")));
		IViewPart variables = ui(() -> Bench.page().showView(IDebugUIConstants.ID_VARIABLE_VIEW));
		waitFor("the variables", () -> texts(tree(variables)).stream().anyMatch(t -> t.startsWith("SCSW")));
		IMemoryRenderingSite memory = (IMemoryRenderingSite) ui(() -> Bench.page().showView(IDebugUIConstants.ID_MEMORY_VIEW));
		waitFor("the bytes of each address space", () -> memory.getContainer(IDebugUIConstants.ID_RENDERING_VIEW_PANE_1).getRenderings().length == 3);
		waitFor("the first of them in the window", () -> tables(Bench.window().getShell()).anyMatch(t -> t.isVisible() && t.getColumnCount() > 4 && t.getItemCount() > 0
				&& Arrays.stream(new int[] { 1, 2 }).anyMatch(c -> t.getItem(0).getText(c).startsWith("63400010"))));
		Bench.picture("debugger");
	}

	private static java.util.stream.Stream<Table> tables(Control in) {
		return in instanceof Table t ? java.util.stream.Stream.of(t) : in instanceof Composite c ? Arrays.stream(c.getChildren()).flatMap(DebugTest::tables) : java.util.stream.Stream.empty();
	}

	private static Tree tree(IViewPart view) {
		return (Tree) ((AbstractDebugView) view).getViewer().getControl();
	}

	private static List<String> texts(Tree tree) {
		return tree == null ? List.of() : Arrays.stream(tree.getItems()).flatMap(DebugTest::texts).toList();
	}

	private static java.util.stream.Stream<String> texts(TreeItem item) {
		return java.util.stream.Stream.concat(java.util.stream.Stream.of(item.getText()), Arrays.stream(item.getItems()).flatMap(DebugTest::texts));
	}
}
