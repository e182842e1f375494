package org.affectj.imagej;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;
import org.affectj.model.Prediction;
import org.affectj.pipeline.FaceRecord;

/** Face records with known values. */
final class Faces {

    static final List<Double> THRESHOLDS = Collections.nCopies(12, 0.5);

    private Faces() {
    }

    /** @return a smiling face whose box and points have the given place and size */
    static FaceRecord smiling(final String source, final int frame, final int number, final double x, final double y,
        final double size)
    {
        final double[] px = new double[Landmarks.COUNT];
        final double[] py = new double[Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            px[i] = x + size * (0.5 + 0.4 * Math.cos(i * 2 * Math.PI / Landmarks.COUNT));
            py[i] = y + size * (0.5 + 0.4 * Math.sin(i * 2 * Math.PI / Landmarks.COUNT));
        }
        final Prediction prediction = new Prediction(
            new float[] { .0625f, .1f, .02f, .81f, .42f, .3f, .97f, 0, .05f, .01f, .9f, .2f },
            new float[] { .03f, .01f, .01f, .01f, .93f, 0, .01f, 0 }, .7f, -.00001f);
        return new FaceRecord(source, frame, Double.NaN, number, number, FaceRecord.OK,
            Optional.of(new DetectedFace(new FaceBox(x, y, size, size, 0, .98765), new Landmarks(px, py))),
            Optional.of(new HeadPose(-3.14159, 12, 0)), Optional.of(prediction));
    }
}
