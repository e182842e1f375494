package org.affectj.training;

import java.util.ArrayList;
import java.util.List;

import org.affectj.align.FaceTemplate;
import org.affectj.metrics.JudgedFace;
import org.affectj.model.FaceCrop;

/**
 * Right answers by how bright the cheeks are in the picture, in three levels. Brightness mixes skin, light and camera:
 * a difference between the levels is a reason to look closer, equal figures are no proof that skin doesn't matter.
 */
public final class CheekGrey {

    private static final int LEVELS = 3;
    /** Half the width of a patch, and the middles of both, in pixels of the template of 112. */
    private static final int REACH = 5;
    private static final int[][] PATCHES = { { 36, 74 }, { 76, 74 } };

    private final long[] faces = new long[LEVELS];
    private final long[] right = new long[LEVELS];

    CheekGrey() {
    }

    /**
     * Faces with cheeks of similar grey.
     *
     * @param from the least mean grey value of the cheeks, in [0, 255]
     * @param to where the next level begins; 256 for the last
     * @param faces with a true expression
     * @param accuracy of expressions; 0 without faces
     */
    public record Level(int from, int to, long faces, double accuracy) {
    }

    /** Takes a face in, if its expression is known. */
    void add(final FaceCrop crop, final JudgedFace face) {
        face.truth().expression().ifPresent(actual -> {
            final int level = (int) (of(crop) * LEVELS / 256);
            faces[level]++;
            if (face.prediction().expression() == actual) right[level]++;
        });
    }

    /**
     * @param crop aligned to {@link FaceTemplate#ARCFACE}
     * @return mean of the channels over both cheeks, in [0, 255]
     */
    static double of(final FaceCrop crop) {
        final double scale = (double) crop.size() / FaceTemplate.ARCFACE.size();
        long sum = 0;
        long count = 0;
        for (final int[] middle : PATCHES)
            for (int y = (int) ((middle[1] - REACH) * scale); y < (middle[1] + REACH) * scale; y++)
                for (int i = (int) ((middle[0] - REACH) * scale) * 3; i < (middle[0] + REACH) * scale * 3; i++, count++)
                    sum += crop.rgb()[y * crop.size() * 3 + i] & 0xff;
        return (double) sum / count;
    }

    /** @return the levels from dark to bright; none if no face had a true expression */
    List<Level> levels() {
        final List<Level> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++)
            if (faces[i] > 0) levels.add(new Level((256 * i + LEVELS - 1) / LEVELS,
                (256 * (i + 1) + LEVELS - 1) / LEVELS, faces[i], (double) right[i] / faces[i]));
        return levels;
    }
}
