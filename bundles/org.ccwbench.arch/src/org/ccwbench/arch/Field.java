// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run of bits in a block. Bits are numbered as the architecture prints them: bit 0 is the leftmost
 * bit of the block's first byte.
 *
 * @param name short name, unique in its block, as manuals and dumps print it ({@code fctl})
 * @param title the name in words ({@code Function control})
 * @param bit first bit, from the start of the block
 * @param width bits, 1 to 64
 * @param kind how to read the bits
 * @param values meanings of values or masks; empty where every value is simply a number
 * @param reference chapter and figure that define the field
 * @param numbering how that figure numbers bits
 */
public record Field(String name, String title, int bit, int width, Kind kind, List<Value> values,
        String reference, Numbering numbering) {

    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(numbering);
        values = List.copyOf(values);
        if (bit < 0 || width < 1 || width > 64) {
            throw new IllegalArgumentException("field " + name + ": bit " + bit + ", width " + width);
        }
    }

    /** The largest value that fits, as an unsigned number. */
    public long mask() {
        return -1L >>> 64 - width;
    }

    /**
     * Reads the field, right-aligned and unsigned.
     *
     * @param block bytes that hold the block
     * @param offset where the block starts
     * @throws IndexOutOfBoundsException if the block ends before the field does
     */
    public long get(byte[] block, int offset) {
        int at = bit;
        int left = width;
        long value = 0;
        while (left > 0) {
            int inByte = at & 7;
            int take = Math.min(left, 8 - inByte);
            int bits = (block[offset + (at >> 3)] & 0xff) >> 8 - inByte - take & (1 << take) - 1;
            value = value << take | bits;
            at += take;
            left -= take;
        }
        return value;
    }

    /** {@link #get(byte[], int)} of a block that starts at offset 0. */
    public long get(byte[] block) {
        return get(block, 0);
    }

    /** True if any bit of the field is one. */
    public boolean isSet(byte[] block, int offset) {
        return get(block, offset) != 0;
    }

    /**
     * Stores a value and leaves all other bits as they are.
     *
     * @throws IllegalArgumentException if the value needs more bits than the field has
     * @throws IndexOutOfBoundsException if the block ends before the field does
     */
    public void set(byte[] block, int offset, long value) {
        if ((value & ~mask()) != 0) {
            throw new IllegalArgumentException(String.format("X'%X' does not fit into %s (%s): %d bit%s, at most X'%X'",
                value, name, title, width, width == 1 ? "" : "s", mask()));
        }
        int at = bit + width;
        int left = width;
        long rest = value;
        while (left > 0) {
            int inByte = (at - 1 & 7) + 1;
            int take = Math.min(left, inByte);
            int shift = 8 - inByte;
            int ones = (1 << take) - 1;
            int index = offset + (at - 1 >> 3);
            block[index] = (byte) (block[index] & ~(ones << shift) | (int) rest << shift & ones << shift);
            rest >>>= take;
            at -= take;
            left -= take;
        }
    }

    /** {@link #set(byte[], int, long)} in a block that starts at offset 0. */
    public void set(byte[] block, long value) {
        set(block, 0, value);
    }

    /** One past the last byte of the block that the field touches. */
    public int endByte() {
        return bit + width + 7 >> 3;
    }

    /** The field's place as its manual prints it: {@code word 1 bits 17-19}. */
    public String place() {
        return numbering.place(bit, width);
    }

    /** The meaning of a value of a code or flag; of BITS, of exactly this mask. */
    public Optional<Value> meaning(long value) {
        for (Value v : values) {
            if (v.value() == value) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }

    /** The value in hexadecimal with as many digits as the field needs, or {@code 0}/{@code 1} for one bit. */
    public String raw(long value) {
        if (width == 1) {
            return Long.toString(value);
        }
        int digits = (width + 3) / 4;
        String hex = Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }

    /** The value in words: {@code channel end, device end}, {@code 24 bytes}, {@code 00010018}. */
    public String text(long value) {
        return FieldText.of(this, value);
    }

    Field moved(String prefix, int bits, Numbering numbering) {
        return new Field(prefix + name, title, bit + bits, width, kind, values, reference, numbering);
    }
}
