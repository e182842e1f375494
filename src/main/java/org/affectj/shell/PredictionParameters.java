package org.affectj.shell;

import java.nio.file.Path;
import java.util.List;

import org.affectj.training.AffectEvaluation;
import org.affectj.training.EvaluatedSet;
import org.affectj.training.PredictionEvaluation;
import org.affectj.training.data.PredictionFile;
import org.affectj.training.data.Split;
import org.affectj.training.data.TruthFile;

import picocli.CommandLine.Option;

/** Options on predictions that lie in files. */
final class PredictionParameters {

    @Option(names = "--predictions", required = true, paramLabel = "FILE",
        description = "Predictions instead of a model: a CSV file as --output writes it, of another tool, or in the "
            + "multi-task challenge's format.")
    private Path predictions;

    @Option(names = "--truth", paramLabel = "FORMAT:FILE",
        description = "What is true, where the predictions' file doesn't say: csv:FILE for a table of labels, "
            + "saffwild2:FILE for a file of annotations.")
    private String truth;

    Path file() {
        return predictions;
    }

    List<EvaluatedSet> evaluate(final Split split, final AffectEvaluation.Visitor visitor) {
        final PredictionEvaluation evaluation =
            new PredictionEvaluation(new PredictionFile(predictions), split, visitor);
        return truth == null ? evaluation.evaluate() : evaluation.evaluate(new TruthFile(truth));
    }
}
