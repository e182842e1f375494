package org.affectj.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** How a file is damaged. */
enum Mutation {

    /** A few bits are turned over, as by a failing disk. */
    BITS {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            final byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(8); i++)
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            return damaged;
        }
    },
    /** The end is missing, as after an interrupted copy. */
    TRUNCATION {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
    },
    /** A part is written over another one. */
    SPLICE {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            final byte[] damaged = whole.clone();
            final int length = 1 + random.nextInt(Math.max(1, whole.length / 4));
            System.arraycopy(whole, random.nextInt(whole.length - length + 1), damaged,
                random.nextInt(whole.length - length + 1), length);
            return damaged;
        }
    },
    /** Two fields of four bytes change places, more often in the first bytes, where headers are. */
    SWAP {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            final byte[] damaged = whole.clone();
            final int reach = random.nextBoolean() ? Math.min(256, whole.length) : whole.length;
            final int one = random.nextInt(reach - 4);
            final int other = random.nextInt(reach - 4);
            System.arraycopy(whole, one, damaged, other, 4);
            System.arraycopy(whole, other, damaged, one, 4);
            return damaged;
        }
    },
    /** A number becomes one at the edge of its range. */
    EDGE {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            final byte[] damaged = whole.clone();
            final byte[] edge = EDGES[random.nextInt(EDGES.length)];
            final int reach = random.nextBoolean() ? Math.min(256, whole.length) : whole.length;
            System.arraycopy(edge, 0, damaged, random.nextInt(reach - 4), edge.length);
            return damaged;
        }
    },
    /** A word of a text becomes one that nobody expects there. */
    WORD {

        @Override
        byte[] apply(final byte[] whole, final Random random) {
            final String[] words = new String(whole, StandardCharsets.ISO_8859_1).split("(?<=\\W)|(?=\\W)");
            for (int i = 0; i <= random.nextInt(3); i++)
                words[random.nextInt(words.length)] = WORDS[random.nextInt(WORDS.length)];
            return String.join("", words).getBytes(StandardCharsets.ISO_8859_1);
        }
    };

    private static final byte[][] EDGES = { { 0, 0, 0, 0 }, { -1, -1, -1, -1 }, { 127, -1, -1, -1 },
        { -1, -1, -1, 127 }, { -128, 0, 0, 0 }, { 0, 0, 1, 0 }, { -1, -1 }, { 0, 0 }, { 127, -1 } };
    private static final String[] WORDS = { "", "-1", "0", "NaN", "Infinity", "1e400", "2147483648",
        "9999999999999999999", "\0", "\"", ",", ";", "\n", "[", "]", "{", "null", "true", "../..", "%s", "ä", "happy",
        "x".repeat(200) };

    /**
     * @param whole at least 8 bytes
     * @return a damaged copy
     */
    abstract byte[] apply(byte[] whole, Random random);
}
