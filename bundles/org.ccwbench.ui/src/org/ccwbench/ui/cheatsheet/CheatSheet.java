// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.cheatsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A lesson: what it is about, and its steps. */
record CheatSheet(String title, String intro, List<Step> steps) {
	/**
	 * One thing to do.
	 *
	 * @param command as the platform writes commands with their parameters; null if it is done by hand
	 */
	record Step(String title, String words, String command) {}

	static CheatSheet read(InputStream in) throws IOException {
		try {
			Element sheet = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in).getDocumentElement();
			List<Step> steps = new ArrayList<>();
			NodeList items = sheet.getElementsByTagName("item");
			for (int i = 0; i < items.getLength(); i++) {
				Element item = (Element) items.item(i);
				Element command = first(item, "command");
				steps.add(new Step(item.getAttribute("title"), words(item), command == null ? null : command.getAttribute("serialization")));
			}
			return new CheatSheet(sheet.getAttribute("title"), words(first(sheet, "intro")), List.copyOf(steps));
		} catch (ParserConfigurationException | SAXException e) {
			throw new IOException("the cheat sheet is not well-formed: " + e.getMessage(), e);
		}
	}

	private static Element first(Element in, String name) {
		return (Element) in.getElementsByTagName(name).item(0);
	}

	private static String words(Element of) {
		return first(of, "description").getTextContent().strip();
	}
}
