package org.affectj.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.junit.jupiter.api.Test;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** Metrics against scikit-learn's, recorded in the golden files. */
class MetricsGoldenTest {

    private static final double EXACT = 1e-9;

    private record Reference(double[][] va_true, double[][] va_pred, int[] ex_true, double[][] ex_logits,
        int[][] au_true, double[][] au_prob, double[] ccc, double mean_ccc, double[] expr_f1, double macro_f1,
        double[] au_f1, double mean_au_f1, double p_mtl) {
    }

    @Test
    void agreesWithScikitLearn() throws IOException {
        int files = 0;
        final Path folder = Path.of(System.getProperty("affectj.golden", "src/test/resources/golden"));
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "amtl_reference*.json")) {
            for (final Path path : paths) {
                check(read(path));
                files++;
            }
        }
        assertTrue(files > 0, "no reference in " + folder);
    }

    private static Reference read(final Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            return new Gson().fromJson(new Gson().fromJson(reader, JsonObject.class).get("metrics"), Reference.class);
        }
    }

    private static void check(final Reference r) {
        final MultiTaskScore score = new MultiTaskScore();
        for (int i = 0; i < r.va_true.length; i++)
            score.addAffect(r.va_true[i][0], r.va_true[i][1], r.va_pred[i][0], r.va_pred[i][1]);
        for (int i = 0; i < r.ex_true.length; i++)
            score.addExpression(Expression.values()[r.ex_true[i]], Expression.values()[argmax(r.ex_logits[i])]);
        for (int i = 0; i < r.au_true.length; i++)
            for (final ActionUnit unit : ActionUnit.values())
                score.addActionUnit(unit, r.au_true[i][unit.ordinal()] == 1, r.au_prob[i][unit.ordinal()] >= 0.5);
        assertEquals(r.ccc[0], score.valence().value(), EXACT);
        assertEquals(r.ccc[1], score.arousal().value(), EXACT);
        assertEquals(r.mean_ccc, score.meanConcordance(), EXACT);
        for (int i = 0; i < r.expr_f1.length; i++)
            assertEquals(r.expr_f1[i], score.expressions().f1(i), EXACT);
        assertEquals(r.macro_f1, score.expressions().macroF1(), EXACT);
        for (final ActionUnit unit : ActionUnit.values())
            assertEquals(r.au_f1[unit.ordinal()], score.actionUnit(unit).f1(), EXACT, unit.name());
        assertEquals(r.mean_au_f1, score.meanActionUnitF1(), EXACT);
        assertEquals(r.p_mtl, score.total(), EXACT);
    }

    private static int argmax(final double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }
}
