// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.house.tests;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The house plan: which room may know which. A room may know whatever the rooms that it knows may know, because they
 * show it in what they offer; outside parts it may know only if it names them itself.
 *
 * @param name bundle name without {@code org.ccwbench.}
 * @param knows the rooms that it may know directly
 * @param parts symbolic names of the outside bundles that it may require; {@code org.eclipse.} allows them all
 * @param packages prefixes of the outside packages that its classes may use besides {@code java.}
 */
record Room(String name, List<String> knows, List<String> parts, List<String> packages) {

	private static final List<String> EMF = List.of("org.eclipse.emf.common", "org.eclipse.emf.ecore");
	/** JSON-RPC over any stream; it needs nothing of Eclipse. */
	static final String JSON_RPC = "org.eclipse.lsp4j.jsonrpc.";
	private static final List<String> WINDOW = List.of("org.eclipse.");
	private static final List<String> WINDOW_PACKAGES = List.of("org.eclipse.", "org.osgi.", "jakarta.");

	static final List<Room> HOUSE = List.of(
			plain("arch"),
			plain("storage", "arch"),
			plain("channel", "storage"),
			plain("device", "channel"),
			plain("vfio", "channel"),
			new Room("model", List.of(), EMF, dots(EMF)),
			new Room("notation", List.of("model", "arch"), List.of(), dots(EMF)),
			new Room("run", List.of("vfio", "device", "notation"), List.of("com.google.gson"),
					join(dots(EMF), "com.google.gson.")),
			new Room("attach", List.of("run"), List.of("com.google.gson", "com.sun.jna", "org.eclipse.lsp4j.jsonrpc"),
					join(dots(EMF), "com.google.gson.", "com.sun.jna.", JSON_RPC)),
			new Room("cli", List.of("run", "attach"), List.of("picocli", "com.google.gson"), join(dots(EMF), "picocli.", "com.google.gson.")),
			new Room("ui", List.of("run"), WINDOW, WINDOW_PACKAGES),
			new Room("ui.editor", List.of("ui"), WINDOW, WINDOW_PACKAGES),
			new Room("ui.views", List.of("ui", "attach"), WINDOW, WINDOW_PACKAGES),
			new Room("debug", List.of("ui"), WINDOW, WINDOW_PACKAGES));

	/** What every JDK has; of {@code javax.} nothing that belongs to a window system. */
	static final List<String> JDK = List.of("java.", "javax.crypto.", "javax.net.", "javax.security.", "javax.xml.",
			"org.w3c.dom.", "org.xml.sax.", "com.sun.management.");

	private static Room plain(String name, String... knows) {
		return new Room(name, List.of(knows), List.of(), List.of());
	}

	private static List<String> dots(List<String> packages) {
		return packages.stream().map(name -> name + ".").toList();
	}

	private static List<String> join(List<String> packages, String... more) {
		return Stream.concat(packages.stream(), Stream.of(more)).toList();
	}

	static Room named(String name) {
		return HOUSE.stream().filter(room -> room.name.equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("the house plan has no room '" + name + "'"));
	}

	/** The room whose package a class lies in: {@code ui.editor} rather than {@code ui}, as the longer name fits better. */
	static Optional<Room> of(String className) {
		return HOUSE.stream().filter(room -> className.startsWith(room.bundle() + "."))
				.max((a, b) -> Integer.compare(a.name.length(), b.name.length()));
	}

	String bundle() {
		return "org.ccwbench." + name;
	}

	/** Everything that this room may know, without itself. */
	Set<String> below() {
		Set<String> below = new LinkedHashSet<>(knows);
		knows.forEach(known -> below.addAll(named(known).below()));
		return below;
	}

	boolean hasWindow() {
		return parts.equals(WINDOW);
	}

	@Override
	public String toString() {
		return name;
	}
}
