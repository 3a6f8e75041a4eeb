// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.views.hosts;

import org.ccwbench.attach.AttachException;
import org.ccwbench.attach.agent.HostAddress;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Which host, and how its agent is reached. */
final class ConnectPage extends WizardPage {
	private Text name;
	private Text command;
	private Text token;
	private Button browse;

	ConnectPage() {
		super("connect", "Connect to a Host", null);
		setDescription("On the host an agent answers, which you have copied there; “local” is this machine.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 6).applyTo(body);
		name = field(body, "&Host:", 2);
		name.setMessage("lpar7, root@lpar7, local, tcp:7000");
		command = field(body, "&Command to the agent:", 2);
		command.setText(HostAddress.DEFAULT_COMMAND);
		command.setToolTipText("{host} stands for the name of the host");
		token = field(body, "&Token file of a listener:", 1);
		browse = new Button(body, SWT.PUSH);
		browse.setText("&Browse…");
		browse.addListener(SWT.Selection, e -> {
			String chosen = new FileDialog(getShell(), SWT.OPEN).open();
			if (chosen != null) {
				token.setText(chosen);
			}
		});
		setControl(body);
		setPageComplete(false);
		look();
		setErrorMessage(null);
		name.setFocus();
	}

	private Text field(Composite body, String title, int span) {
		new Label(body, SWT.NONE).setText(title);
		Text text = new Text(body, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(text);
		text.addModifyListener(e -> look());
		return text;
	}

	private void look() {
		if (browse == null) {
			return;
		}
		String wrong = null;
		boolean tcp = false;
		boolean local = false;
		try {
			HostAddress address = HostAddress.of(name.getText().strip());
			tcp = address.isTcp();
			local = address.isLocal();
			if (address.device() != null) {
				wrong = "Name the host alone; the devices are chosen in the list.";
			} else if (tcp && token.getText().isBlank()) {
				wrong = "A listener wants a token: name the file that holds it.";
			} else if (!tcp && !local) {
				address.command(command.getText());
			}
		} catch (AttachException e) {
			wrong = name.getText().isBlank() ? "Name the host." : e.getMessage();
		}
		command.setEnabled(!tcp && !local);
		token.setEnabled(tcp);
		browse.setEnabled(tcp);
		setErrorMessage(wrong);
		setPageComplete(wrong == null);
	}

	/** The host as it was named. */
	KnownHost host() {
		return new KnownHost(name.getText().strip(), command.isEnabled() ? command.getText().strip() : "", token.isEnabled() ? token.getText().strip() : "");
	}

	/** Says why there is no connection. */
	void refused(String why) {
		setErrorMessage(why);
	}
}
