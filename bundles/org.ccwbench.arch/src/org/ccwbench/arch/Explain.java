// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** Blocks in words: a verdict and a row a field, all from the tables of fields. */
public final class Explain {
    private Explain() {
    }

    /**
     * Explains a block as text.
     *
     * @throws IllegalArgumentException if the block cannot have that length; the message says how many
     *     bytes it takes
     */
    public static String explain(Block block, byte[] bytes) {
        return ExplanationText.of(explanation(block, bytes, null));
    }

    /** {@link #explain(Block, byte[])} that names commands and sense data as the device type does. */
    public static String explain(Block block, byte[] bytes, String deviceType) {
        return ExplanationText.of(explanation(block, bytes, deviceType));
    }

    /**
     * {@link #explain(Block, byte[], String)}; if {@code detailed}, with a line for each bit of a set of
     * flags.
     */
    public static String explain(Block block, byte[] bytes, String deviceType, boolean detailed) {
        return ExplanationText.of(explanation(block, bytes, deviceType), detailed);
    }

    /** {@link #oneLine(Block, byte[], String)} for an unknown device. */
    public static String oneLine(Block block, byte[] bytes) {
        return oneLine(block, bytes, null);
    }

    /**
     * The verdict alone: one sentence without a line feed. Costs no rows.
     *
     * @throws IllegalArgumentException if the block cannot have that length; the message says how many
     *     bytes it takes
     */
    public static String oneLine(Block block, byte[] bytes, String deviceType) {
        return Verdicts.of(block.layout(bytes), bytes, 0, deviceType);
    }

    /** {@link #explanation(Block, byte[], String)} for an unknown device. */
    public static Explanation explanation(Block block, byte[] bytes) {
        return explanation(block, bytes, null);
    }

    /**
     * Explains a block.
     *
     * @param block the block, such as {@code Block.byName("irb")}
     * @param bytes the whole block
     * @param deviceType type of the device, such as {@code 3390}, for commands and sense data; null if unknown
     * @throws IllegalArgumentException if the block cannot have that length; the message says how many
     *     bytes it takes
     */
    public static Explanation explanation(Block block, byte[] bytes, String deviceType) {
        Block layout = block.layout(bytes);
        return explanation(layout, bytes, 0, deviceType);
    }

    private static Explanation explanation(Block layout, byte[] bytes, int offset, String deviceType) {
        List<Explanation.Row> rows = new ArrayList<>();
        for (Field field : layout.fields()) {
            Block.Part part = partOf(layout, field);
            if (part == null) {
                rows.add(row(field, bytes, offset));
            } else if (field.bit() == 8 * part.offset()) {
                rows.add(nested(layout, part, bytes, offset, deviceType));
            }
        }
        return new Explanation(layout, Verdicts.of(layout, bytes, offset, deviceType), rows);
    }

    private static Block.Part partOf(Block layout, Field field) {
        for (Block.Part part : layout.parts()) {
            if (field.bit() >= 8 * part.offset() && field.bit() < 8 * (part.offset() + part.block().length())) {
                return part;
            }
        }
        return null;
    }

    private static Explanation.Row row(Field field, byte[] bytes, int offset) {
        long value = field.get(bytes, offset);
        return FieldBits.row(field, value);
    }

    private static Explanation.Row nested(Block outer, Block.Part part, byte[] bytes, int offset, String deviceType) {
        int start = offset + part.offset();
        int length = part.block().length();
        Block inner = inner(outer, part, bytes, offset, deviceType);
        int innerLength = inner.length();
        Explanation explanation = explanation(inner, bytes, start, deviceType);
        if (part.name().equals("esw") && !Esw.meaningful(bytes, offset)) {
            explanation = new Explanation(inner, "With such status the extended-status word says nothing.", explanation.rows());
        }
        boolean notable = explanation.rows().stream().anyMatch(Explanation.Row::notable);
        String bits = outer.fields().get(0).numbering().place(8 * part.offset(), 8 * length);
        return new Explanation.Row(part.name(), inner.title(), bits, 0, Hex.words(bytes, start, Math.max(length, innerLength)),
            explanation.verdict(), notable, null, explanation);
    }

    /** What stands in a part is sometimes said elsewhere: how much sense data, for which command control data are. */
    private static Block inner(Block outer, Block.Part part, byte[] bytes, int offset, String deviceType) {
        int start = offset + part.offset();
        int length = part.block().length();
        if (part.name().equals("ecw")) {
            int sense = StatusVerdict.senseCount(bytes, offset);
            return sense > 0 ? Sense.block(deviceType).layout(bytes, start, sense) : part.block();
        }
        if (part.name().equals("sense")) {
            return Sense.block(deviceType).layout(bytes, start, length);
        }
        if (part.block().name().equals("control-data")) {
            int command = bytes[offset + outer.field(part.name().replace("cd", "dcw") + ".cmd").bit() / 8] & 0xff;
            Block data = command == Dcw.INTERROGATE ? TransportTables.INTERROGATE
                : CommandData.of(deviceType, command).orElse(part.block());
            return data.lengths().contains(length) ? data.layout(bytes, start, length) : part.block();
        }
        return part.block();
    }
}
