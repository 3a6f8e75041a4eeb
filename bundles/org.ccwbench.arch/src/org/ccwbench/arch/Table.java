// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes down a block's table of fields from its first bit to its last, so that fields can neither
 * overlap nor leave a gap. {@link #at} repeats a bit number that the manual prints and fails if the
 * table has gone astray.
 */
final class Table {
    private final String name;
    private final String title;
    private final Numbering numbering;
    private final String blockReference;
    private String reference;
    private final List<Field> fields = new ArrayList<>();
    private final List<Block.Part> parts = new ArrayList<>();
    private int next;

    Table(String name, String title, Numbering numbering, String reference) {
        this.name = name;
        this.title = title;
        this.numbering = numbering;
        this.blockReference = reference;
        this.reference = reference;
    }

    static Value v(long value, String words) {
        return new Value(value, "", words);
    }

    static Value v(long value, String symbol, String words) {
        return new Value(value, symbol, words);
    }

    private Table add(String field, int width, String fieldTitle, Kind kind, Value... values) {
        fields.add(new Field(field, fieldTitle, next, width, kind, List.of(values), reference, numbering));
        next += width;
        return this;
    }

    /** Following fields are defined elsewhere than the block. */
    Table ref(String where) {
        reference = where;
        return this;
    }

    Table at(int bit) {
        if (next != bit) {
            throw new IllegalStateException(name + ": table is at bit " + next + ", manual at " + bit);
        }
        return this;
    }

    Table word(int word) {
        return at(32 * word);
    }

    Table octet(int octet) {
        return at(8 * octet);
    }

    Table flag(String field, String fieldTitle, String zero, String one) {
        return add(field, 1, fieldTitle, Kind.FLAG, v(0, zero), v(1, one));
    }

    Table flag(String field, String fieldTitle) {
        return add(field, 1, fieldTitle, Kind.FLAG);
    }

    Table code(String field, int width, String fieldTitle, Value... values) {
        return add(field, width, fieldTitle, Kind.CODE, values);
    }

    Table bits(String field, int width, String fieldTitle, Value... values) {
        return add(field, width, fieldTitle, Kind.BITS, values);
    }

    Table number(String field, int width, String fieldTitle) {
        return add(field, width, fieldTitle, Kind.NUMBER);
    }

    Table hex(String field, int width, String fieldTitle) {
        return add(field, width, fieldTitle, Kind.HEX);
    }

    Table address(String field, int width, String fieldTitle) {
        return add(field, width, fieldTitle, Kind.ADDRESS);
    }

    Table address31(String field, String fieldTitle) {
        return add(field, 32, fieldTitle, Kind.ADDRESS31);
    }

    Table paths(String field, String fieldTitle) {
        return add(field, 8, fieldTitle, Kind.PATHS);
    }

    Table text(String field, int bytes, String fieldTitle) {
        return add(field, 8 * bytes, fieldTitle, Kind.TEXT);
    }

    /** Device data of any length, in pieces of eight bytes. */
    Table data(String field, int bytes, String fieldTitle) {
        for (int done = 0; done < bytes; done += 8) {
            int take = Math.min(8, bytes - done);
            add(bytes <= 8 ? field : field + done, 8 * take, fieldTitle, Kind.HEX);
        }
        return this;
    }

    Table zero(int width) {
        return reserved(width, Kind.ZERO);
    }

    Table ignored(int width) {
        return reserved(width, Kind.IGNORED);
    }

    private Table reserved(int width, Kind kind) {
        for (int done = 0; done < width; done += 32) {
            add("res" + next, Math.min(32, width - done), "Reserved", kind);
        }
        return this;
    }

    /** A block inside this one, at the next byte. */
    Table part(String partName, Block block) {
        parts.add(new Block.Part(partName, block, next / 8));
        for (Field f : block.fields()) {
            fields.add(f.moved(partName + ".", next, numbering));
        }
        next += 8 * block.length();
        return this;
    }

    Block build() {
        return build(List.of(next / 8), null);
    }

    /** A block of several lengths, or whose layout depends on its contents. */
    Block build(List<Integer> lengths, Block.Selector selector) {
        if (next % 8 != 0) {
            throw new IllegalStateException(name + " ends inside a byte");
        }
        return new Block(name, title, blockReference, lengths, fields, parts, selector);
    }
}
