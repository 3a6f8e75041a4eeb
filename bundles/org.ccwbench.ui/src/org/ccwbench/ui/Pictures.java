// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The workbench's own pictures, {@code icons/*.svg}; named by the file without its ending. */
public final class Pictures {
	public static final String PROGRAM = "program";
	public static final String PROJECT = "ccwproject";
	public static final String STAGE_DONE = "stage-done";
	public static final String STAGE_CURRENT = "stage-current";
	public static final String STAGE_PENDING = "stage-pending";
	public static final String STAGE_FAILED = "stage-failed";
	public static final String CCW = "ccw";
	public static final String DATA = "data";
	public static final String DEVICE = "device";
	public static final String MAPPING = "mapping";
	public static final String ORB = "orb";
	public static final String EXPECT = "expect";
	public static final String BLOCK = "block";
	public static final String FIELD = "field";
	public static final String PIN = "pin";
	public static final String STATEMENT = "statement";
	public static final String COMMAND = "command";
	public static final String FLAG = "flag";
	public static final String LABEL = "label";

	private Pictures() {}

	/** A shared picture, owned by the registry: never dispose it. UI thread only. */
	public static Image get(String name) {
		ImageRegistry registry = UiPlugin.get().getImageRegistry();
		Image image = registry.get(name);
		if (image == null) {
			registry.put(name, descriptor(name));
			image = registry.get(name);
		}
		return image;
	}

	public static ImageDescriptor descriptor(String name) {
		return ResourceLocator.imageDescriptorFromBundle(UiPlugin.ID, "icons/" + name + ".svg")
				.orElseGet(ImageDescriptor::getMissingImageDescriptor);
	}
}
