package org.affectj.pipeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.affectj.align.HeadPose;
import org.affectj.model.FaceCrop;

/**
 * How an aligned face looks, to tell the people of one source apart: histograms of local binary patterns in 6 × 6
 * regions, as Ahonen, Hadid and Pietikäinen describe faces (Face description with local binary patterns, PAMI 28,
 * 2006), less those of the mean face that is turned as far. It depends little on the light. Kept in memory only, while
 * a source is gone through.
 */
final class FaceTexture {

    /** Side of the crops that textures are taken of. */
    static final int SIZE = 48;
    /** Ways in which a face may be turned: to the left, to the right, and steps in between. */
    static final int VIEWS = 7;

    private static final double STEP = 15;
    private static final int REGIONS = 6;
    private static final int RADIUS = 2;
    /** The 58 uniform patterns, in which at most two neighbours on the circle differ, and one for all others. */
    private static final int PATTERNS = 59;
    private static final int LENGTH = REGIONS * REGIONS * PATTERNS;
    private static final int[] PATTERN = patterns();
    private static final int[] AROUND_X = { -1, 0, 1, 1, 1, 0, -1, -1 };
    private static final int[] AROUND_Y = { -1, -1, -1, 0, 1, 1, 1, 0 };
    private static final float[][] MEANS = means();

    private final int view;
    /** Pixels of each pattern in each region, 64 at most; nothing for a sum. */
    private final byte[] counts;
    private final float[] values;

    private FaceTexture(final int view, final byte[] counts, final float[] values) {
        this.view = view;
        this.counts = counts;
        this.values = values;
    }

    /**
     * @param face of {@link #SIZE} pixels
     * @param pose how it is turned
     */
    static FaceTexture of(final FaceCrop face, final HeadPose pose) {
        return of(view(pose), counts(face));
    }

    private static FaceTexture of(final int view, final byte[] counts) {
        final float[] values = histograms(counts);
        double square = 0;
        for (int i = 0; i < LENGTH; i++) {
            values[i] -= MEANS[view][i];
            square += values[i] * values[i];
        }
        for (int i = 0; i < LENGTH; i++) values[i] /= (float) Math.sqrt(square);
        return new FaceTexture(view, counts, values);
    }

    /** Keeps the texture of a face, not a sum, exactly. */
    void write(final DataOutput out) throws IOException {
        out.writeByte(view);
        out.write(counts);
    }

    static FaceTexture read(final DataInput in) throws IOException {
        final int view = in.readUnsignedByte();
        if (view >= VIEWS) throw new IOException("no view " + view);
        final byte[] counts = new byte[LENGTH];
        in.readFully(counts);
        return of(view, counts);
    }

    /** @return the sum of textures of a view, as yet of none */
    static FaceTexture none(final int view) {
        return new FaceTexture(view, new byte[0], new float[LENGTH]);
    }

    /** @return which way the face is turned, from 0 to {@link #VIEWS} - 1; the middle looks into the camera */
    int view() {
        return view;
    }

    /** Adds a texture, or a sum of them, to this sum. */
    void add(final FaceTexture other) {
        for (int i = 0; i < LENGTH; i++) values[i] += other.values[i];
    }

    /** @return how alike two textures or sums are, from -1 to 1; 0 if one is of none */
    double likeness(final FaceTexture other) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < LENGTH; i++) {
            product += values[i] * other.values[i];
            square += values[i] * values[i];
            otherSquare += other.values[i] * other.values[i];
        }
        return square * otherSquare == 0 ? 0 : product / Math.sqrt(square * otherSquare);
    }

    /** @return the view that a pose belongs to */
    static int view(final HeadPose pose) {
        return (int) Math.max(0, Math.min(VIEWS - 1, Math.floor(pose.yaw() / STEP + VIEWS / 2.0)));
    }

    /** @return the square root of the share of each pattern in each region: region by region, rows from the top */
    static float[] histograms(final FaceCrop face) {
        return histograms(counts(face));
    }

    private static float[] histograms(final byte[] counts) {
        final float[] shares = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++)
            shares[i] = (float) Math.sqrt((float) counts[i] * REGIONS * REGIONS / SIZE / SIZE);
        return shares;
    }

    private static byte[] counts(final FaceCrop face) {
        final int[] grey = grey(face);
        final byte[] counts = new byte[LENGTH];
        for (int y = RADIUS; y < SIZE - RADIUS; y++)
            for (int x = RADIUS; x < SIZE - RADIUS; x++)
                counts[(y * REGIONS / SIZE * REGIONS + x * REGIONS / SIZE) * PATTERNS + pattern(grey, x, y)]++;
        return counts;
    }

    private static int pattern(final int[] grey, final int x, final int y) {
        int code = 0;
        for (int i = 0; i < 8; i++) {
            final int there = (y + RADIUS * AROUND_Y[i]) * SIZE + x + RADIUS * AROUND_X[i];
            if (grey[there] >= grey[y * SIZE + x]) code |= 1 << i;
        }
        return PATTERN[code];
    }

    private static int[] patterns() {
        final int[] patterns = new int[256];
        int uniform = 0;
        for (int code = 0; code < patterns.length; code++) {
            final int turned = code >> 1 | (code & 1) << 7;
            patterns[code] = Integer.bitCount(code ^ turned) <= 2 ? uniform++ : PATTERNS - 1;
        }
        return patterns;
    }

    /** @return brightness in thousandths, as the eye weighs colours */
    private static int[] grey(final FaceCrop face) {
        final byte[] rgb = face.rgb();
        final int[] grey = new int[SIZE * SIZE];
        for (int i = 0; i < grey.length; i++)
            grey[i] = 299 * (rgb[3 * i] & 0xff) + 587 * (rgb[3 * i + 1] & 0xff) + 114 * (rgb[3 * i + 2] & 0xff);
        return grey;
    }

    /** @return the mean histograms of rendered faces, view by view, kept as bytes of which 255 is a whole region */
    private static float[][] means() {
        try (InputStream in = FaceTexture.class.getResourceAsStream("mean-face-textures.bin")) {
            final byte[] bytes = in.readAllBytes();
            final float[][] means = new float[VIEWS][LENGTH];
            for (int i = 0; i < VIEWS * LENGTH; i++) means[i / LENGTH][i % LENGTH] = (bytes[i] & 0xff) / 255f;
            return means;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
