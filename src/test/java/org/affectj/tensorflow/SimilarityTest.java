package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.affectj.engine.NetworkSpecification.Attention;
import org.affectj.engine.NetworkSpecification.ExpressionMean;
import org.affectj.engine.NetworkSpecification.HeadOptions;
import org.affectj.engine.NetworkSpecification.Query;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choices of the relation graph against METHOD 1.3's formulas in plain Java. */
class SimilarityTest {

    private static final int UNITS = 4;
    private static final float[][] NODES = { { 1, 0, 2 }, { .5f, .6f, .1f }, { 0, 3, 1 }, { .2f, .1f, .4f } };

    private static HeadOptions options(final boolean messages, final boolean selfLoops, final Similarity similarity) {
        return new HeadOptions(false, false, Attention.REWEIGHT, false, Query.PROBABILITIES, false, messages, selfLoops,
            similarity, 1e-5, 0.9, ExpressionMean.ROWS, false);
    }

    private static ActionUnitGraph.Result relate(final org.tensorflow.op.Ops tf, final int neighbours,
        final HeadOptions options)
    {
        final float[] flat = new float[UNITS * 3];
        for (int i = 0; i < flat.length; i++) flat[i] = NODES[i / 3][i % 3];
        final Weights weights = (name, shape, initial) -> tf.fill(tf.constant(shape.asArray()), tf.constant(1f));
        return new ActionUnitGraph(UNITS, 3, neighbours, 0, options).relate(
            Pass.predicting(tf, weights, options), Evaluation.constant(tf, flat, 1, UNITS, 3));
    }

    @ParameterizedTest
    @CsvSource({ "DOTS,false,1", "DOTS,false,2", "DOTS,true,1", "COSINE,false,2", "COSINE,false,3", "L1,false,2",
        "L1,false,3", "L1,true,1" })
    void mostSimilarNodesAreJoined(final Similarity similarity, final boolean selfLoops, final int neighbours) {
        final float[] actual = Evaluation.of(
            tf -> relate(tf, neighbours, options(true, selfLoops, similarity)).adjacency());
        assertArrayEquals(expected(similarity, selfLoops, neighbours), actual, 1e-6f);
    }

    /** Â = D^-½ A D^-½ with A_ij = 1 for the K best of row i, and for i = j where self loops are asked for. */
    private static float[] expected(final Similarity similarity, final boolean selfLoops, final int neighbours) {
        final double[][] edges = new double[UNITS][UNITS];
        final double[] degrees = new double[UNITS];
        for (int i = 0; i < UNITS; i++) {
            for (int j = 0; j < UNITS; j++) {
                int better = 0;
                for (int k = 0; k < UNITS; k++)
                    if (similar(similarity, NODES[i], NODES[k]) > similar(similarity, NODES[i], NODES[j])) better++;
                edges[i][j] = better < neighbours || selfLoops && i == j ? 1 : 0;
                degrees[i] += edges[i][j];
            }
        }
        final float[] normalised = new float[UNITS * UNITS];
        for (int i = 0; i < UNITS; i++)
            for (int j = 0; j < UNITS; j++)
                normalised[i * UNITS + j] = (float) (edges[i][j] / Math.sqrt(degrees[i] * degrees[j]));
        return normalised;
    }

    private static double similar(final Similarity similarity, final float[] a, final float[] b) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        double distance = 0;
        for (int c = 0; c < a.length; c++) {
            dot += a[c] * b[c];
            squaresA += a[c] * a[c];
            squaresB += b[c] * b[c];
            distance += Math.abs(a[c] - b[c]);
        }
        return switch (similarity) {
            case DOTS -> dot;
            case COSINE -> dot / Math.sqrt(squaresA * squaresB);
            case L1 -> -distance;
        };
    }

    @Test
    void withoutMessagesNodesStayAsTheyAre() {
        final HeadOptions none = options(false, false, Similarity.DOTS);
        assertArrayEquals(new float[] { 1, 0, 2, .5f, .6f, .1f, 0, 3, 1, .2f, .1f, .4f },
            Evaluation.of(tf -> relate(tf, 2, none).nodes()));
        assertArrayEquals(new float[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1 },
            Evaluation.of(tf -> relate(tf, 2, none).adjacency()));
        final double root = Math.sqrt(3); // cosine of a node to (1, 1, 1)
        assertArrayEquals(new float[] { (float) (3 / root / Math.sqrt(5)), (float) (1.2 / root / Math.sqrt(.62)),
            (float) (4 / root / Math.sqrt(10)), (float) (.7 / root / Math.sqrt(.21)) },
            Evaluation.of(tf -> relate(tf, 2, none).probabilities()), 1e-6f);
    }
}
