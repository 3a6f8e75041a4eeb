// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.guest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is copied to a host of devices: the jars that the agent needs, as this build made them, and how it is started. */
final class AgentFolder {
	private static final List<String> CLASSES = List.of("org.ccwbench.arch.Orb", "org.ccwbench.storage.Storage",
			"org.ccwbench.channel.ChannelSubsystem", "org.ccwbench.device.DeviceType", "org.ccwbench.vfio.Stage",
			"org.ccwbench.model.ModelPackage", "org.ccwbench.notation.Image", "org.ccwbench.run.Session",
			"org.ccwbench.attach.Host", "org.ccwbench.cli.Main", "com.google.gson.Gson", "com.sun.jna.Native",
			"org.eclipse.lsp4j.jsonrpc.Launcher", "picocli.CommandLine", "org.eclipse.emf.common.util.URI",
			"org.eclipse.emf.ecore.EObject", "org.ccwbench.guest.RoundTrips");
	private static final String JAVA = "exec /java/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.2 -Xshare:auto -Xmx64m -cp '/agent/lib/*' ";

	private AgentFolder() {}

	static void make(Path folder) throws IOException, URISyntaxException {
		Path lib = Files.createDirectories(folder.resolve("lib"));
		for (String name : CLASSES) {
			Path from = place(name);
			if (Files.isDirectory(from)) {
				jar(from, lib.resolve(name + ".jar"));
			} else {
				Files.copy(from, lib.resolve(name + ".jar"));
			}
		}
		Guest.executable(folder.resolve("ccwb"), Files.readString(Guest.ROOT.resolve("releng/agent/ccwb")));
		Guest.executable(folder.resolve("ccwb-agent"), "#!/bin/sh\nexec 2>>/tmp/agent.log\nexec /agent/ccwb agent\n");
		Guest.executable(folder.resolve("roundtrips"), "#!/bin/sh\n" + JAVA + "org.ccwbench.guest.RoundTrips \"$@\"\n");
	}

	private static Path place(String name) throws IOException, URISyntaxException {
		try {
			return Path.of(Class.forName(name, false, AgentFolder.class.getClassLoader()).getProtectionDomain().getCodeSource()
					.getLocation().toURI());
		} catch (ClassNotFoundException e) {
			throw new IOException("the agent needs " + name, e);
		}
	}

	private static void jar(Path classes, Path file) throws IOException {
		try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(file)); Stream<Path> all = Files.walk(classes)) {
			for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
				out.putNextEntry(new java.util.zip.ZipEntry(classes.relativize(each).toString()));
				Files.copy(each, out);
			}
		}
	}
}
