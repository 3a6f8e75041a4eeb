// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.emfgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Generates the Java of a genmodel into the folder that the genmodel names.
 *
 * <p>Usage: {@code GenerateEmf BUNDLES_DIR BUNDLE/path/to.genmodel}. Every folder directly under BUNDLES_DIR counts as
 * a workspace project, because a genmodel names its output as {@code /PROJECT/folder}; that folder is emptied first. Ends with an exception, hence
 * exit code 1, if the genmodel is invalid or the generator reports an error.
 */
public final class GenerateEmf {
	private GenerateEmf() {
	}

	public static void main(String[] args) throws IOException {
		if (args.length != 2) {
			throw new IllegalArgumentException("usage: GenerateEmf BUNDLES_DIR BUNDLE/path/to.genmodel");
		}
		mapProjects(Path.of(args[0]).toAbsolutePath().normalize());
		GenModel model = load(URI.createPlatformResourceURI(args[1], true));
		// What a class that has left the model was generated into must leave too.
		delete(Path.of(args[0]).resolve(model.getModelDirectory().substring(1)));
		generate(model);
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (var content = Files.walk(folder)) {
				for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}

	private static void mapProjects(Path bundles) throws IOException {
		try (var folders = Files.list(bundles)) {
			folders.filter(Files::isDirectory).forEach(folder -> EcorePlugin.getPlatformResourceMap()
					.put(folder.getFileName().toString(), URI.createFileURI(folder + "/")));
		}
	}

	private static GenModel load(URI genmodel) {
		ResourceSet resources = new ResourceSetImpl();
		var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
		factories.put("ecore", new EcoreResourceFactoryImpl());
		factories.put("genmodel", new XMIResourceFactoryImpl());
		EPackage.Registry.INSTANCE.put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
		GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
				GenModelGeneratorAdapterFactory.DESCRIPTOR);
		resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
		GenModel model = (GenModel) resources.getResource(genmodel, true).getContents().get(0);
		model.setCanGenerate(true);
		model.reconcile();
		failOnError(model.diagnose());
		return model;
	}

	private static void generate(GenModel model) {
		Generator generator = new Generator();
		generator.setInput(model);
		failOnError(generator.generate(model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor()));
	}

	private static void failOnError(Diagnostic diagnostic) {
		if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
			throw new IllegalStateException(diagnostic + " " + diagnostic.getChildren());
		}
	}
}
