// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.rules.ITokenScanner;

/** Colours anew from the change to the end: a continuation or another DEVICE changes what follows. In long texts the statements around it only. */
final class WholeText extends DefaultDamagerRepairer {
	WholeText(ITokenScanner scanner) {
		super(scanner);
	}

	@Override
	public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
		IRegion line = super.getDamageRegion(partition, event, partitioningChanged);
		int end = event.getDocument().getLength();
		if (end > TokenColours.SHORT) {
			return Cards.around(event.getDocument(), line.getOffset(), line.getLength());
		}
		if (line.getOffset() > end) {
			return line;
		}
		return new Region(line.getOffset(), end - line.getOffset());
	}
}
