// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.VisibleDevice;
import org.ccwbench.run.History;
import org.ccwbench.run.MachineDevice;
import org.ccwbench.run.Place;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * The device of the run as it was at the position: where its head, tape, cards or cursor are, what the program may do,
 * and what is on the medium. It knows the shapes that devices have, and no device.
 */
public final class DeviceView extends PositionView {
	public static final String ID = "org.ccwbench.ui.views.device";
	private static final int[] SHARES = {30, 70};
	private Composite bar;
	private Combo device;
	private boolean chosen;
	private boolean fresh = true;
	private Object filledFor;
	private StripCanvas canvas;
	private SashForm sash;
	private Rows<DeviceSight.Fact> facts;
	private Composite stack;
	private StackLayout shapes;
	private PiecesPane pieces;
	private ScreenCanvas screen;
	private Composite bare;

	@Override
	void createBody(Composite parent) {
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).spacing(6, 0).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		new Label(bar, SWT.NONE).setText("Device:");
		device = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		device.addListener(SWT.Selection, e -> {
			chosen = true;
			if (run().history() != null) {
				show(run().history());
			}
		});
		GridDataFactory.swtDefaults().hint(250, SWT.DEFAULT).applyTo(device);
		sash = new SashForm(parent, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		facts = new Rows<>(sash, DeviceSight.Fact.class);
		facts.columns().text("State", 18, DeviceSight.Fact::name).text("Now", 26, DeviceSight.Fact::value)
				.background(f -> facts.fresh(f) ? Look.CHANGED : null).tip(DeviceSight.Fact::value);
		Composite right = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(right);
		canvas = new StripCanvas(right, i -> {
			pieces.select(i);
			pointed(i);
		});
		GridDataFactory.fillDefaults().grab(true, false).applyTo(canvas);
		stack = new Composite(right, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		shapes = new StackLayout();
		stack.setLayout(shapes);
		pieces = new PiecesPane(stack, canvas::choose, this::pointed);
		screen = new ScreenCanvas(stack);
		bare = new Composite(stack, SWT.NONE);
		sash.setWeights(SHARES);
	}

	@Override
	void forget() {
		facts.forget();
		pieces.forget();
		filledFor = null;
		fresh = true;
		chosen = false;
	}

	@Override
	String nothing(History history) {
		return devices().isEmpty() ? "The device of this run is a real one: what it is about, only its own programs can ask it." : null;
	}

	private List<MachineDevice> devices() {
		return run().session().devices().stream().filter(d -> d.device() instanceof VisibleDevice).toList();
	}

	@Override
	void show(History history) {
		List<MachineDevice> all = devices();
		fill(all);
		if (!chosen) {
			device.select(ofStart(history, all));
		}
		MachineDevice now = all.get(Math.max(0, device.getSelectionIndex()));
		DeviceSight sight = ((VisibleDevice) now.device()).sight();
		facts.show(sight.facts(), history.position(), false);
		Control shape = switch (sight) {
			case DeviceSight.Strip s -> {
				canvas.show(s);
				pieces.show(s);
				yield pieces.control();
			}
			case DeviceSight.Lines l -> {
				pieces.show(l);
				yield pieces.control();
			}
			case DeviceSight.Screen d -> {
				screen.show(d);
				yield screen.control();
			}
			case DeviceSight.State s -> bare;
		};
		arrange(shape, all.size() > 1, sight instanceof DeviceSight.Strip);
	}

	/** Lays out what another shape or another run needs; most steps change neither. */
	private void arrange(Control shape, boolean several, boolean strip) {
		if (shapes.topControl == shape && several == bar.getVisible() && strip == canvas.getVisible() && !fresh) {
			return;
		}
		fresh = false;
		visible(bar, several);
		visible(canvas, strip);
		sash.setMaximizedControl(shape == bare ? facts.viewer().getControl() : null);
		shapes.topControl = shape;
		stack.layout();
		sash.getParent().layout();
		stack.getParent().layout();
	}

	private void fill(List<MachineDevice> all) {
		if (filledFor != run().session()) {
			filledFor = run().session();
			device.setItems(all.stream().map(d -> String.format("%04X  %s", d.number(), d.device().type())).toArray(String[]::new));
			device.select(0);
		}
	}

	/** Index of the device of the start function that began last. */
	private int ofStart(History history, List<MachineDevice> all) {
		var image = run().session().image();
		int number = image.devices().get(image.starts().get(Math.max(0, history.currentStart())).device()).number();
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).number() == number) {
				return i;
			}
		}
		return 0;
	}

	private static void visible(Control control, boolean now) {
		control.setVisible(now);
		((GridData) control.getLayoutData()).exclude = !now;
	}

	/** What the head is at belongs to the CCW that is executed; of other pieces the run says nothing at this position. */
	private void pointed(int piece) {
		if (piece == pieces.under()) {
			select(p -> run().history().currentCcw() < 0 ? null : p.ccw(run().history().currentCcw()));
		}
	}

	@Override
	void mark(Place place, boolean elsewhere) {
		if (elsewhere && run().history() != null && place.ccws().contains(run().history().currentCcw())) {
			pieces.select(pieces.under());
		}
	}

	/** What is said of the device, a fact a line; for tests. */
	public List<String> facts() {
		return facts.lines();
	}

	/** The pieces or lines as text, or the rows of the screen; for tests. */
	public List<String> lines() {
		return shapes.topControl == screen.control() ? screen.lines() : new ArrayList<>(pieces.lines());
	}

	/** The bytes of the piece that is selected, as text; for tests. */
	public String content() {
		return pieces.content();
	}

	/** The picture of what passes under the head; for tests. */
	public StripCanvas strip() {
		return canvas;
	}
}
