// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccwbench.arch.Block;
import org.ccwbench.arch.Explain;
import org.ccwbench.arch.Field;
import org.ccwbench.arch.Hex;
import org.ccwbench.arch.Kind;
import org.ccwbench.arch.Value;
import org.junit.jupiter.api.Test;

/** Every block's table is complete, and reading and writing by it are each other's inverse. */
class BlockTest {
    @Test
    void everyBitBelongsToExactlyOneField() {
        for (Block block : Block.all()) {
            for (int length : block.lengths()) {
                int next = 0;
                for (Field field : block.layout(new byte[length]).fields()) {
                    assertThat(field.bit()).as("%s %s", block, field.name()).isEqualTo(next);
                    next += field.width();
                }
                assertThat(next).as("bits of %s, %d bytes", block, length).isEqualTo(8 * length);
            }
        }
    }

    @Test
    void everyFieldIsNamedDescribedAndReferenced() {
        for (Block block : Block.all()) {
            assertThat(block.reference()).as(block.name()).isNotBlank();
            for (Field field : block.fields()) {
                assertThat(field.title()).isNotBlank();
                assertThat(field.reference()).as("%s %s", block, field.name()).matches("(PoP|IBM|OASIS) .*");
                assertThat(block.field(field.name())).isSameAs(field);
                if (field.kind() == Kind.CODE || field.kind() == Kind.BITS) {
                    assertThat(field.values()).as("%s %s", block, field.name()).isNotEmpty();
                }
                for (Value value : field.values()) {
                    assertThat(value.value()).as("%s %s", block, field.name()).isBetween(0L, field.mask());
                    assertThat(value.words()).isNotBlank().doesNotEndWith(".");
                }
                assertThat(field.values().stream().map(Value::value).distinct()).hasSameSizeAs(field.values());
            }
        }
    }

    @Property(tries = 500)
    void decodedThenEncodedIsTheSameBlock(@ForAll("blocks") Block block, @ForAll long seed) {
        for (int length : block.lengths()) {
            byte[] bytes = random(seed, length);
            Block layout = block.layout(bytes);
            byte[] copy = new byte[length];
            for (Field field : layout.fields()) {
                field.set(copy, field.get(bytes));
            }
            assertThat(copy).isEqualTo(bytes);
        }
    }

    @Property(tries = 500)
    void settingAFieldLeavesAllOthersAlone(@ForAll("blocks") Block block, @ForAll long seed) {
        byte[] before = random(seed, block.length() + 3);
        for (Field field : block.fields()) {
            byte[] after = before.clone();
            long value = new Random(seed ^ field.bit()).nextLong() & field.mask();
            field.set(after, 3, value);
            assertThat(field.get(after, 3)).isEqualTo(value);
            for (Field other : block.fields()) {
                if (other != field) {
                    assertThat(other.get(after, 3)).isEqualTo(other.get(before, 3));
                }
            }
            assertThat(java.util.Arrays.copyOf(after, 3)).isEqualTo(java.util.Arrays.copyOf(before, 3));
        }
    }

    @Property(tries = 500)
    void everyContentCanBeExplained(@ForAll("blocks") Block block, @ForAll long seed) {
        for (int length : block.lengths()) {
            for (String type : new String[] {null, "3390", "3480", "9336", "3420"}) {
                String text = Explain.explain(block, random(seed, length), type);
                assertThat(text.lines().findFirst().orElse("")).endsWith(".").doesNotContain("null");
            }
        }
    }

    @Test
    void bitZeroIsTheLeftmost() {
        byte[] orb = Hex.parse("00000000 0080ff00 00000000");
        assertThat(Block.byName("orb").field("F").bit()).isEqualTo(40);
        assertThat(Block.byName("orb").field("F").get(orb)).isEqualTo(1);
        assertThat(Block.byName("orb").field("lpm").get(orb)).isEqualTo(0xff);
    }

    @Test
    void valueThatDoesNotFitIsRefused() {
        byte[] orb = new byte[12];
        assertThatThrownBy(() -> Block.byName("orb").field("key").set(orb, 0, 16))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("X'10'").hasMessageContaining("4 bits");
        assertThatThrownBy(() -> Block.byName("orb").field("cpa").set(orb, 0, -1L))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(orb).containsOnly(0);
    }

    @Test
    void wrongLengthSaysHowManyBytesAreNeeded() {
        assertThatThrownBy(() -> Explain.explain(Block.byName("irb"), new byte[95]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("64 or 96 bytes, not 95");
        assertThatThrownBy(() -> Explain.explain(Block.byName("ccw1"), new byte[9]))
            .hasMessageContaining("8 bytes, not 9");
        assertThatThrownBy(() -> Explain.explain(Block.byName("orb"), new byte[0]))
            .hasMessageContaining("12 or 32 bytes, not 0");
        assertThatThrownBy(() -> Explain.explain(Block.byName("sense"), new byte[33]))
            .hasMessageContaining("1 to 32 bytes, not 33");
    }

    @Test
    void unknownNamesListTheKnownOnes() {
        assertThatThrownBy(() -> Block.byName("csw")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("ccw0").hasMessageContaining("irb");
        assertThatThrownBy(() -> Block.byName("crw").field("zzz")).hasMessageContaining("rsid");
    }

    @Provide
    Arbitrary<Block> blocks() {
        return Arbitraries.of(Block.all().toArray(Block[]::new));
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
