// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.debug.launch;

import org.ccwbench.notation.Notation;
import org.ccwbench.notation.Problem;
import org.ccwbench.notation.Severity;
import org.ccwbench.ui.Pictures;
import org.ccwbench.ui.Program;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** FAULT statements besides those of the text: what else is to go wrong. */
final class FaultsTab extends Tab {
	private Text faults;

	@Override
	void create(Composite body) {
		GridDataFactory.fillDefaults().span(3, 1).applyTo(label(body,
				"FAULT statements, one a line, besides those of the text; for instance  UNITCHECK,SENSE=X'1000',CMD=RD,NTH=2"));
		faults = new Text(body, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		faults.setFont(JFaceResources.getTextFont());
		faults.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {
			@Override
			public void getName(org.eclipse.swt.accessibility.AccessibleEvent e) {
				e.result = "FAULT statements";
			}
		});
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(faults);
		faults.addModifyListener(e -> updateLaunchConfigurationDialog());
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy c) {}

	@Override
	public void initializeFrom(ILaunchConfiguration c) {
		faults.setText(read(c, Setting.FAULTS));
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy c) {
		c.setAttribute(Setting.FAULTS, faults.getText().isBlank() ? null : faults.getText());
	}

	@Override
	public boolean isValid(ILaunchConfiguration c) {
		String text = read(c, Setting.FAULTS);
		String wrong = null;
		if (!text.isBlank()) {
			Program alone = Substituted.of(new Program(null, "faults", ""), java.util.Map.of(), java.util.Map.of(), text);
			wrong = Notation.parse("faults", alone.text()).problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst()
					.map(FaultsTab::words).orElse(null);
		}
		setErrorMessage(wrong);
		return wrong == null;
	}

	private static String words(Problem p) {
		return "Line " + p.line() + ": " + p.message() + (p.expected().isEmpty() ? "" : " (expected " + p.expected() + ")");
	}

	@Override
	public String getName() {
		return "Faults";
	}

	@Override
	public Image getImage() {
		return Pictures.get(Pictures.STAGE_FAILED);
	}
}
