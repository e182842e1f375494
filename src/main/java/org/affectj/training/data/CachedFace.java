package org.affectj.training.data;

import java.nio.FloatBuffer;
import java.util.Optional;

import org.affectj.align.SimilarityTransform;
import org.affectj.detect.Landmarks;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * A face in a {@link CropCache}: where it lies in its picture and what is known of it. Its crop is read apart.
 *
 * @param split what it is for
 * @param labels what is known of it
 * @param transform from pixels of the picture to pixels of the cached crop
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param landmarks its 68 points in pixels of the cached crop; empty where there are none fit for alignment
 * @param disagreement of the points, see {@link FaceExample}
 */
public record CachedFace(Split split, Labels labels, SimilarityTransform transform, int width, int height,
    Optional<Landmarks> landmarks, double disagreement) {

    private static final int EXPRESSIONS = Expression.values().length;
    private static final int UNITS = ActionUnit.values().length;

    /** How many numbers describe one face in the cache's file. */
    static final int NUMBERS = EXPRESSIONS + 2 * UNITS + 13 + 2 * Landmarks.COUNT;

    /** @return whether its points are good enough to learn landmarks from */
    public boolean hasGoodLandmarks() {
        return landmarks.isPresent() && disagreement < FaceExample.GOOD;
    }

    /** @return its labels, with weak targets where it has an expression only, see {@link Labels#withWeakTargets} */
    public Labels weakLabels() {
        return labels.withWeakTargets(hasGoodLandmarks() ? landmarks.map(MouthOpening::of) : Optional.empty());
    }

    void write(final FloatBuffer to) {
        to.put(split.ordinal());
        to.put(labels.expressions()).put(labels.expressionWeight());
        to.put(labels.expression().map(Expression::ordinal).orElse(-1));
        to.put(labels.actionUnits()).put(labels.actionUnitWeights());
        to.put(labels.valence()).put(labels.arousal()).put(labels.affectWeight());
        to.put((float) transform.a()).put((float) transform.b());
        to.put((float) transform.tx()).put((float) transform.ty());
        to.put(width).put(height);
        to.put(landmarks.isPresent() ? (float) disagreement : -1);
        for (int i = 0; i < Landmarks.COUNT; i++) {
            to.put(landmarks.isPresent() ? (float) landmarks.get().x()[i] : 0);
            to.put(landmarks.isPresent() ? (float) landmarks.get().y()[i] : 0);
        }
    }

    static CachedFace read(final FloatBuffer from) {
        final Split split = Split.values()[(int) from.get()];
        final Labels labels = readLabels(from);
        final SimilarityTransform transform =
            new SimilarityTransform(from.get(), from.get(), from.get(), from.get());
        final int width = (int) from.get();
        final int height = (int) from.get();
        final float disagreement = from.get();
        final double[] x = new double[Landmarks.COUNT];
        final double[] y = new double[Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            x[i] = from.get();
            y[i] = from.get();
        }
        return new CachedFace(split, labels, transform, width, height,
            disagreement < 0 ? Optional.empty() : Optional.of(new Landmarks(x, y)), disagreement);
    }

    private static Labels readLabels(final FloatBuffer from) {
        final float[] expressions = numbers(from, EXPRESSIONS);
        final float expressionWeight = from.get();
        final int expression = (int) from.get();
        return new Labels(expressions, expressionWeight,
            expression < 0 ? Optional.empty() : Optional.of(Expression.values()[expression]), numbers(from, UNITS),
            numbers(from, UNITS), from.get(), from.get(), from.get());
    }

    private static float[] numbers(final FloatBuffer from, final int count) {
        final float[] numbers = new float[count];
        from.get(numbers);
        return numbers;
    }
}
