// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A block that the architecture or a device manual defines: its length and one table of fields in
 * which every bit, reserved ones included, belongs to exactly one field.
 *
 * <p>Some blocks look different depending on what they hold. {@link #layout(byte[], int, int)} reads
 * the bits that decide and answers the block whose fields apply; {@link #fields()} alone is the usual
 * layout. Composite blocks (IRB, SCHIB) list their {@link #parts()}, and their fields carry the
 * part's name: {@code scsw.cpa}.
 */
public final class Block {
    /** A block inside another. {@code offset} is in bytes. */
    public record Part(String name, Block block, int offset) {
    }

    /** Chooses the layout that the contents call for. */
    @FunctionalInterface
    interface Selector {
        Block select(byte[] bytes, int offset, int length);
    }

    private final String name;
    private final String title;
    private final String reference;
    private final List<Integer> lengths;
    private final List<Field> fields;
    private final List<Part> parts;
    private final Map<String, Field> byName = new HashMap<>();
    private final Selector selector;

    Block(String name, String title, String reference, List<Integer> lengths, List<Field> fields,
            List<Part> parts, Selector selector) {
        this.name = name;
        this.title = title;
        this.reference = reference;
        this.lengths = List.copyOf(lengths);
        this.fields = List.copyOf(fields);
        this.parts = List.copyOf(parts);
        this.selector = selector;
        for (Field f : fields) {
            if (byName.put(f.name(), f) != null) {
                throw new IllegalStateException("block " + name + " has two fields " + f.name());
            }
        }
    }

    /** Name in commands and files: {@code orb}, {@code ccw1}, {@code irb}. */
    public String name() {
        return name;
    }

    /** Name in words. */
    public String title() {
        return title;
    }

    /** Manual and chapter that define the block. */
    public String reference() {
        return reference;
    }

    /** Bytes that {@link #fields()} cover. */
    public int length() {
        Field last = fields.get(fields.size() - 1);
        return last.endByte();
    }

    /** All lengths in bytes that {@link #layout(byte[], int, int)} accepts, ascending. */
    public List<Integer> lengths() {
        return lengths;
    }

    /** Every field, in order of its bits, reserved ones included. */
    public List<Field> fields() {
        return fields;
    }

    /** The blocks this one is made of; empty if it is not composite. */
    public List<Part> parts() {
        return parts;
    }

    /** @throws IllegalArgumentException if there is no such field; the message lists those there are */
    public Field field(String fieldName) {
        Field f = byName.get(Objects.requireNonNull(fieldName));
        if (f == null) {
            throw new IllegalArgumentException("no field " + fieldName + " in " + name + "; it has "
                + String.join(", ", fields.stream().filter(x -> !x.kind().reserved()).map(Field::name).toList()));
        }
        return f;
    }

    /** True if a field of that name exists. */
    public boolean has(String fieldName) {
        return byName.containsKey(fieldName);
    }

    /**
     * The layout that these bytes call for.
     *
     * @throws IllegalArgumentException if a block of this kind cannot have that length
     */
    public Block layout(byte[] bytes, int offset, int length) {
        check(length);
        Objects.checkFromIndexSize(offset, length, bytes.length);
        Block selected = selector == null ? this : selector.select(bytes, offset, length);
        return selected.length() > length ? selected.cut(length) : selected;
    }

    /** The first bytes of the block: device data may be read with a smaller count. */
    private Block cut(int length) {
        List<Field> kept = new ArrayList<>();
        for (Field f : fields) {
            int left = 8 * length - f.bit();
            if (left >= f.width()) {
                kept.add(f);
            } else if (left > 0) {
                kept.add(new Field(f.name(), f.title() + " (cut off)", f.bit(), left, Kind.HEX, List.of(),
                    f.reference(), f.numbering()));
            }
        }
        return new Block(name, title, reference, List.of(length), kept,
            parts.stream().filter(p -> p.offset() + p.block().length() <= length).toList(), null);
    }

    /** {@link #layout(byte[], int, int)} of all bytes. */
    public Block layout(byte[] bytes) {
        return layout(bytes, 0, bytes.length);
    }

    /** @throws IllegalArgumentException naming the bytes needed, if a block of this kind cannot have that length */
    public void check(int length) {
        if (!lengths.contains(length)) {
            throw new IllegalArgumentException(
                name + " (" + title + ") takes " + lengthWords() + ", not " + length);
        }
    }

    private String lengthWords() {
        int first = lengths.get(0);
        int last = lengths.get(lengths.size() - 1);
        if (lengths.size() > 3) {
            int step = lengths.get(1) - first;
            if ((last - first) / step == lengths.size() - 1) {
                return first + " to " + last + " bytes" + (step == 1 ? "" : " in steps of " + step);
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lengths.size(); i++) {
            out.append(i == 0 ? "" : i == lengths.size() - 1 ? " or " : ", ").append(lengths.get(i));
        }
        return out.append(last == 1 ? " byte" : " bytes").toString();
    }

    @Override
    public String toString() {
        return name;
    }

    /** @throws IllegalArgumentException if there is no such block; the message lists those there are */
    public static Block byName(String name) {
        Block block = Blocks.BY_NAME.get(name.toLowerCase(Locale.ROOT));
        if (block == null) {
            throw new IllegalArgumentException(
                "no block " + name + "; known are " + String.join(", ", Blocks.BY_NAME.keySet()));
        }
        return block;
    }

    /** Every block, in the order of the chapters. */
    public static Collection<Block> all() {
        return List.copyOf(new ArrayList<>(Blocks.BY_NAME.values()));
    }
}
