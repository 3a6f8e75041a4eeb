// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;

/** The colours of the theme: a table looks like the other tables. */
final class TableColours extends AbstractRegistryConfiguration {
	/** Label of cells with addresses and bytes. */
	static final String MONO = "mono";
	/** Label of cells with numbers. */
	static final String RIGHT = "right";
	private final Font plainFont;

	TableColours(Font plainFont) {
		this.plainFont = plainFont;
	}

	@Override
	public void configureRegistry(IConfigRegistry registry) {
		Display display = Display.getCurrent();
		Color back = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
		Color fore = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
		Style plain = new Style();
		plain.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, back);
		plain.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, fore);
		plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
		plain.setAttributeValue(CellStyleAttributes.FONT, plainFont);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain, DisplayMode.NORMAL);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, new PaddingDecorator(new TextPainter(false, true, false), 0, 5, 0, 5), DisplayMode.NORMAL);
		registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Look.colour(display, Look.LINE));
		Style head = new Style();
		head.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND));
		head.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND));
		head.setAttributeValue(CellStyleAttributes.FONT, Look.bold());
		head.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.SELECT, GridRegion.COLUMN_HEADER);
		ICellPainter flat = new BackgroundPainter(new PaddingDecorator(new TextPainter(false, false, false), 0, 5, 0, 5, false));
		registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, flat, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
		Style chosen = new Style();
		chosen.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, display.getSystemColor(SWT.COLOR_LIST_SELECTION));
		chosen.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, chosen, DisplayMode.SELECT);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, chosen, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
		for (String colour : new String[] {Look.CURRENT, Look.CHANGED, Look.FAILED, Look.SELECTED}) {
			Style style = new Style();
			style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Look.colour(display, colour));
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, colour);
		}
		Style mono = new Style();
		mono.setAttributeValue(CellStyleAttributes.FONT, Look.mono());
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, mono, DisplayMode.NORMAL, MONO);
		Style right = new Style();
		right.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
		registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, right, DisplayMode.NORMAL, RIGHT);
	}
}
