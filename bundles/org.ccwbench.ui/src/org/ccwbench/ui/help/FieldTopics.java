// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.help;

import java.util.ArrayList;
import java.util.List;

import org.ccwbench.arch.Block;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Value;

/** A page for every block that the architecture or a manual defines and for every field in it, from the tables of fields. */
final class FieldTopics {
	private FieldTopics() {}

	static List<Topic> all() {
		List<Topic> all = new ArrayList<>();
		for (Block block : Block.all()) {
			all.add(block(block));
			for (Field field : block.fields()) {
				if (!field.kind().reserved()) {
					all.add(field(block, field));
				}
			}
		}
		return all;
	}

	static String id(Block block, Field field) {
		return "field:" + block.name() + '.' + field.name();
	}

	private static Topic block(Block block) {
		StringBuilder body = new StringBuilder();
		body.append(block.length()).append(" bytes. ").append(block.reference()).append(".\n\n## Fields\n");
		for (Field f : block.fields()) {
			body.append("- ").append(f.place()).append(": ");
			body.append(f.kind().reserved() ? "reserved" : '[' + f.title() + "](" + id(block, f) + ')').append('\n');
		}
		return new Topic("block:" + block.name(), "Block", block.title() + " (" + block.name() + ')', body.toString());
	}

	private static Topic field(Block block, Field field) {
		StringBuilder body = new StringBuilder();
		body.append('`').append(field.name()).append("`, ").append(field.place()).append(" of the [").append(block.title())
				.append("](block:").append(block.name()).append("), ").append(field.width()).append(field.width() == 1 ? " bit" : " bits")
				.append(".\n\n");
		if (!field.values().isEmpty()) {
			body.append("## Values\n");
			for (Value v : field.values()) {
				body.append("- `").append(field.raw(v.value())).append("` ").append(v.symbol().isEmpty() ? "" : v.symbol() + ": ")
						.append(v.words()).append('\n');
			}
			body.append('\n');
		}
		body.append("Defined in: ").append(field.reference()).append(".\n");
		return new Topic(id(block, field), "Field of " + block.title(), field.title() + " (" + field.name() + ')', body.toString());
	}
}
