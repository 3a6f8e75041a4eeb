// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.ccwbench.ui.editor.save.WholeFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.FileDialog;

/** The diagram on paper and in files. */
final class Exports {
	/** Pixels in each direction that a picture may have. */
	private static final int MOST = 16_000;
	private final DiagramCanvas canvas;

	Exports(DiagramCanvas canvas) {
		this.canvas = canvas;
	}

	/** Asks for a file, whose ending says which: .svg or .png. */
	void ask(String name) {
		FileDialog dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
		dialog.setText("Export the diagram");
		dialog.setFilterNames(new String[] { "Scalable picture (*.svg)", "Picture (*.png)" });
		dialog.setFilterExtensions(new String[] { "*.svg", "*.png" });
		dialog.setFileName(name.replaceFirst("\\.ccw$", "") + ".svg");
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen != null) {
			String ending = dialog.getFilterIndex() == 1 ? ".png" : ".svg";
			try {
				write(Path.of(chosen.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(svg|png)") ? chosen : chosen + ending));
			} catch (IOException e) {
				MessageDialog.openError(canvas.getShell(), "Export the diagram", "The picture could not be written: " + e.getMessage() + ".\nChoose another folder, or make room on the disk.");
			}
		}
	}

	/** Writes a picture; the ending of the name says which. */
	void write(Path file) throws IOException {
		WholeFile.write(file, file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png") ? png() : svg().getBytes(StandardCharsets.UTF_8));
	}

	String svg() {
		SvgPen pen = new SvgPen(canvas.drawn().width(), canvas.drawn().height(), canvas.line(), Colours.paper().ground());
		canvas.drawAll(pen);
		return pen.finish();
	}

	private byte[] png() {
		double scale = Math.min(1, Math.min(MOST / canvas.drawn().width(), MOST / canvas.drawn().height()));
		Image image = new Image(canvas.getDisplay(), (int) Math.ceil(canvas.drawn().width() * scale), (int) Math.ceil(canvas.drawn().height() * scale));
		GC gc = new GC(image);
		Transform t = new Transform(canvas.getDisplay());
		try {
			gc.setBackground(ScreenPen.colour(Colours.paper().ground()));
			gc.fillRectangle(image.getBounds());
			t.scale((float) scale, (float) scale);
			gc.setTransform(t);
			canvas.drawAll(new ScreenPen(gc, canvas.plain(), canvas.bold()));
			gc.setTransform(null);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			var out = new java.io.ByteArrayOutputStream();
			loader.save(out, SWT.IMAGE_PNG);
			return out.toByteArray();
		} finally {
			t.dispose();
			gc.dispose();
			image.dispose();
		}
	}

	/** Prints on as many pages as it takes at a readable size, the columns of the diagram across. */
	void print(String name) {
		PrintDialog dialog = new PrintDialog(canvas.getShell());
		dialog.setPrinterData(proposed());
		PrinterData data = dialog.open();
		if (data != null) {
			print(name, data);
		}
	}

	/** The printer that is used by default, or else the first one, so that Enter prints; null if there is none at all. */
	private static PrinterData proposed() {
		PrinterData usual = Printer.getDefaultPrinterData();
		PrinterData[] all = Printer.getPrinterList();
		return usual != null || all.length == 0 ? usual : all[0];
	}

	private void print(String name, PrinterData data) {
		Printer printer = new Printer(data);
		try {
			pages(printer, name);
		} finally {
			printer.dispose();
		}
	}

	private void pages(Printer printer, String name) {
		Rectangle paper = printer.getClientArea();
		double dots = printer.getDPI().x / 96.0;
		double scale = Math.max(dots * 0.4, Math.min(dots, paper.width / canvas.drawn().width()));
		if (!printer.startJob(name)) {
			return;
		}
		for (double top = 0; top < canvas.drawn().height(); top += paper.height / scale) {
			for (double left = 0; left < canvas.drawn().width(); left += paper.width / scale) {
				if (printer.startPage()) {
					GC gc = new GC(printer);
					Transform t = new Transform(printer);
					t.scale((float) scale, (float) scale);
					t.translate((float) -left, (float) -top);
					gc.setTransform(t);
					var plain = new org.eclipse.swt.graphics.Font(printer, canvas.plain().getFontData());
					var bold = new org.eclipse.swt.graphics.Font(printer, canvas.bold().getFontData());
					canvas.drawAll(new ScreenPen(gc, plain, bold));
					plain.dispose();
					bold.dispose();
					gc.setTransform(null);
					t.dispose();
					gc.dispose();
					printer.endPage();
				}
			}
		}
		printer.endJob();
	}
}
