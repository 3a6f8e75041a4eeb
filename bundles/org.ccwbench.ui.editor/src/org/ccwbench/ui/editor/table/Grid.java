// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.table;

import java.util.Arrays;
import java.util.List;

import org.ccwbench.arch.Command;
import org.ccwbench.arch.Commands;
import org.ccwbench.ui.editor.ProgramText;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.convert.DefaultBooleanDisplayConverter;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.action.KeyEditAction;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.edit.editor.CheckBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.CheckBoxPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.CellPainterMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.LetterOrDigitKeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;

/** How cells look and are edited: flags as check boxes, the others as text with proposals. */
final class Grid {
	static final String FLAG = "flag";
	static final String MONO = "mono";
	static final String COMMAND = "command";
	static final String ADDRESS = "address";

	private Grid() {}

	/** Registers looks and editors. */
	static final class Cells extends AbstractRegistryConfiguration {
		private final ProgramText text;
		private final Rows rows;
		private final CheckBoxPainter boxes;
		private final java.util.function.IntSupplier selected;

		Cells(ProgramText text, Rows rows, CheckBoxPainter boxes, java.util.function.IntSupplier selected) {
			this.text = text;
			this.rows = rows;
			this.boxes = boxes;
			this.selected = selected;
		}

		@Override
		public void configureRegistry(IConfigRegistry registry) {
			registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, new Rule());
			Style left = new Style();
			left.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
			left.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getDialogFont());
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, left, DisplayMode.NORMAL, GridRegion.BODY);
			Style mono = new Style();
			mono.setAttributeValue(CellStyleAttributes.FONT, JFaceResources.getTextFont());
			registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, mono, DisplayMode.NORMAL, MONO);
			registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, boxes, DisplayMode.NORMAL, FLAG);
			registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DefaultBooleanDisplayConverter(), DisplayMode.NORMAL, FLAG);
			registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new CheckBoxCellEditor(), DisplayMode.EDIT, FLAG);
			registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new TextCellEditor(true, true), DisplayMode.EDIT);
			registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, proposing(this::commands), DisplayMode.EDIT, COMMAND);
			registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, proposing(s -> text.shown().image().labels().keySet().stream()
					.filter(l -> l.startsWith(s)).<IContentProposal>map(ContentProposal::new).toList()), DisplayMode.EDIT, ADDRESS);
		}

		private TextCellEditor proposing(java.util.function.Function<String, List<IContentProposal>> find) {
			TextCellEditor editor = new TextCellEditor(true, true);
			IContentProposalProvider provider = (typed, at) -> find.apply(typed.substring(0, at).toUpperCase(java.util.Locale.ROOT)).toArray(IContentProposal[]::new);
			// Only when asked for: a list that opens while one types takes the keyboard, and what is typed next is lost.
			editor.enableContentProposal(new TextContentAdapter() {
				@Override
				public void insertControlContents(org.eclipse.swt.widgets.Control control, String with, int cursor) {
					setControlContents(control, with, with.length());
				}
			}, provider, KeyStroke.getInstance(SWT.MOD1, ' '), null);
			return editor;
		}

		private List<IContentProposal> commands(String begun) {
			int row = selected.getAsInt();
			String type = row < 0 || row >= rows.visible().size() ? null : rows.visible().get(row).deviceType();
			return Commands.of(type).all().stream().filter(c -> c.mnemonic().startsWith(begun))
					.<IContentProposal>map(c -> new ContentProposal(c.mnemonic(), line(c), null)).toList();
		}

		private static String line(Command c) {
			return String.format("%s - %s, X'%02X'", c.mnemonic(), c.title(), c.code());
		}

		private final class Rule implements IEditableRule {
			@Override
			public boolean isEditable(org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell cell, IConfigRegistry registry) {
				return isEditable(cell.getColumnIndex(), cell.getRowIndex());
			}

			@Override
			public boolean isEditable(int column, int row) {
				return Column.values()[column].editable() && text.editable();
			}
		}
	}

	/** A click on a check box turns it; F2, Enter, or typing begins to edit another cell. */
	static final class Keys extends AbstractUiBindingConfiguration {
		private final CheckBoxPainter boxes;

		Keys(CheckBoxPainter boxes) {
			this.boxes = boxes;
		}

		@Override
		public void configureUiBindings(UiBindingRegistry bindings) {
			bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.SPACE), new KeyEditAction());
			bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.F2), new KeyEditAction());
			bindings.registerKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), new KeyEditAction());
			bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(), new KeyEditAction());
			bindings.registerKeyBinding(new LetterOrDigitKeyEventMatcher(SWT.MOD2), new KeyEditAction());
			bindings.registerFirstSingleClickBinding(new CellPainterMouseEventMatcher(GridRegion.BODY, MouseEventMatcher.LEFT_BUTTON, boxes), new MouseEditAction());
		}
	}

	/** Titles of the columns. */
	static String[] titles() {
		return Arrays.stream(Column.values()).map(c -> c.title).toArray(String[]::new);
	}
}
