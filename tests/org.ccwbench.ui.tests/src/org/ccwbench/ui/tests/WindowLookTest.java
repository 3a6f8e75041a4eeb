// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccwbench.ui.tests.Bench.press;
import static org.ccwbench.ui.tests.Bench.run;
import static org.ccwbench.ui.tests.Bench.ui;
import static org.ccwbench.ui.tests.Bench.waitFor;

import java.util.List;
import java.util.stream.Stream;

import org.ccwbench.ui.ThemeWatch;
import org.ccwbench.ui.editor.CcwEditor;
import org.ccwbench.ui.views.CompareView;
import org.ccwbench.ui.views.IrbView;
import org.ccwbench.ui.views.PathsView;
import org.ccwbench.ui.views.StagesView;
import org.ccwbench.ui.views.StorageView;
import org.ccwbench.ui.views.hosts.HostsView;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.StringConverter;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Colours can be told from their ground, in the light and in the dark: text has a contrast of at least 4.5 to 1, as the
 * Web Content Accessibility Guidelines 2.1 ask (success criterion 1.4.3), and of at least 7 to 1 in high contrast. The last of the tests, and the dark the last
 * of these: a window that has been dark does not become quite light again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WindowLookTest {
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final List<String> TEXT = List.of("label", "operation", "unknown", "command", "flag", "keyword", "name", "number", "string", "comment");
	private static final double ENOUGH = 4.5;
	/** Success criterion 1.4.6, for those who see little. */
	private static final double MUCH = 7;
	/** Success criterion 1.4.11, for lines and marks. */
	private static final double VISIBLE = 3;

	@AfterEach
	void backToLight() {
		theme(LIGHT);
		ui(() -> {
			Bench.page().closeAllEditors(false);
			return null;
		});
	}

	private static void theme(String id) {
		ui(() -> {
			PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
			return null;
		});
		Bench.pause(500);
	}

	private static CcwEditor middleOfARun() {
		CcwEditor editor = Bench.runBy("read-volume-label.ccw", "two-stage");
		StagesView stages = Bench.view(StagesView.class, StagesView.ID);
		ui(() -> {
			stages.open("K3");
			return null;
		});
		press(SWT.F6);
		return editor;
	}

	@Test
	@Order(1)
	void textCanBeReadInTheLight() throws Exception {
		contrast(middleOfARun(), ENOUGH);
		portraits("light");
	}

	@Test
	@Order(2)
	void highContrastIsBlackOnWhite() throws Exception {
		theme(ThemeWatch.CONTRAST);
		highContrast("contrast");
	}

	@Test
	@Order(3)
	void textCanBeReadInTheDark() throws Exception {
		waitFor("a table that was there in the light", () -> !tables(Bench.window().getShell()).isEmpty());
		theme(DARK);
		waitFor("it is dark too", () -> tables(Bench.window().getShell()).stream().allMatch(t -> luminance(ground(t)) < 0.1 && luminance(t.getBackground().getRGB()) < 0.1));
		CcwEditor editor = middleOfARun();
		assertThat(luminance(ui(() -> editor.sourceViewer().getTextWidget().getBackground().getRGB()))).isLessThan(0.1);
		contrast(editor, ENOUGH);
		portraits("dark");
	}

	@Test
	@Order(4)
	void orWhiteOnBlack() throws Exception {
		theme(ThemeWatch.CONTRAST_DARK);
		assertThat(luminance(highContrast("contrast-dark"))).as("the editor's ground").isZero();
	}

	private static RGB highContrast(String mood) throws Exception {
		CcwEditor editor = middleOfARun();
		RGB ground = ui(() -> editor.sourceViewer().getTextWidget().getBackground().getRGB());
		contrast(editor, MUCH);
		for (String name : List.of("faint", "leak")) {
			assertThat(contrast(colour("org.ccwbench.ui.views." + name), ground)).as(name).isGreaterThan(MUCH);
		}
		assertThat(contrast(colour("org.ccwbench.ui.views.line"), ground)).as("lines").isGreaterThan(VISIBLE);
		Bench.picture("window-" + mood);
		return ground;
	}

	private static List<NatTable> tables(Control in) {
		return in instanceof NatTable t ? List.of(t) : in instanceof Composite c ? Stream.of(c.getChildren()).flatMap(x -> tables(x).stream()).toList() : List.of();
	}

	private static RGB ground(NatTable table) {
		return table.getConfigRegistry().getConfigAttribute(CellConfigAttributes.CELL_STYLE, DisplayMode.NORMAL).getAttributeValue(CellStyleAttributes.BACKGROUND_COLOR).getRGB();
	}

	private static void contrast(CcwEditor editor, double enough) {
		StyledText text = ui(() -> editor.sourceViewer().getTextWidget());
		RGB ground = ui(() -> text.getBackground().getRGB());
		RGB ink = ui(() -> text.getForeground().getRGB());
		RGB current = StringConverter.asRGB(ui(() -> EditorsUI.getPreferenceStore().getString("currentCcwColor")));
		for (String name : TEXT) {
			assertThat(contrast(colour("org.ccwbench.ui.editor." + name), ground)).as(name + " on the editor's ground").isGreaterThan(enough);
			assertThat(contrast(colour("org.ccwbench.ui.editor." + name), current)).as(name + " in the line of the current CCW").isGreaterThan(enough);
		}
		for (String name : List.of("current", "changed", "failed", "selected")) {
			assertThat(contrast(ink, colour("org.ccwbench.ui.views." + name))).as("text on " + name).isGreaterThan(enough);
		}
	}

	private static RGB colour(String id) {
		ColorRegistry colours = ui(() -> PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry());
		return ui(() -> colours.getRGB(id));
	}

	private static double contrast(RGB a, RGB b) {
		double one = luminance(a) + 0.05;
		double other = luminance(b) + 0.05;
		return Math.max(one, other) / Math.min(one, other);
	}

	private static double luminance(RGB c) {
		return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
	}

	private static double linear(int component) {
		double c = component / 255.0;
		return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	/** Each view on its own, where it has something to show, for the guide. */
	private static void portraits(String mood) throws Exception {
		Bench.picture("window-" + mood);
		if (System.getenv("CCWB_PICTURES") == null) {
			return;
		}
		long middle = ui(() -> run().history().position());
		List<String> views = ui(() -> Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews()).map(v -> v.getId())
				.filter(id -> id.startsWith("org.ccwbench.ui.views.") && !id.equals(HostsView.ID)).toList());
		for (String id : views) {
			IWorkbenchPart part = ui(() -> Bench.page().showView(id));
			if (part instanceof IrbView || part instanceof CompareView || part instanceof StorageView) {
				press(SWT.ALT, SWT.END);
			}
			if (part instanceof CompareView compare) {
				ui(() -> {
					compare.with("direct");
					return null;
				});
				waitFor("the comparison", () -> compare.lines().get(0).contains("difference"));
			}
			if (part instanceof PathsView paths) {
				ui(() -> {
					paths.runAll();
					return null;
				});
				waitFor("the runs", () -> paths.lines().size() > 1 && !paths.lines().get(0).startsWith("Running"));
			}
			Bench.portrait("view-" + id.substring(id.lastIndexOf('.') + 1) + '-' + mood, part, part instanceof PathsView ? 1500 : 1150, 560, () -> {
				if (part instanceof StorageView storage) {
					storage.together("EXTENT");
					storage.together("LABEL");
				}
			});
			ui(() -> {
				run().seek(middle);
				return null;
			});
		}
		HostsTest hosts = new HostsTest();
		hosts.open();
		hosts.connect();
		Bench.portrait("view-hosts-" + mood, ui(() -> Bench.page().findView(HostsView.ID)), 1150, 300);
		hosts.close();
	}
}
