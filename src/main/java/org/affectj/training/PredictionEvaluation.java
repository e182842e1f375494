package org.affectj.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.affectj.AffectException;
import org.affectj.metrics.JudgedFace;
import org.affectj.metrics.SubjectAgreement;
import org.affectj.training.data.PredictionFile;
import org.affectj.training.data.Split;
import org.affectj.training.data.TruthFile;

/** Compares predictions in files with what is true, without a model: those of AffectJ, or of any other tool. */
public final class PredictionEvaluation {

    private final PredictionFile predictions;
    private final Split split;
    private final AffectEvaluation.Visitor visitor;
    private final Map<String, SubjectAgreement> sets = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();

    /** What a file says of a picture. */
    private record Said(String set, Optional<Split> split, JudgedFace face) {
    }

    /**
     * @param predictions what is said
     * @param split rows that a file gives to another split don't count
     * @param visitor sees each face that counts
     */
    public PredictionEvaluation(final PredictionFile predictions, final Split split,
        final AffectEvaluation.Visitor visitor)
    {
        this.predictions = predictions;
        this.split = split;
        this.visitor = visitor;
    }

    /**
     * Compares with the truth that the predictions' own file holds, a row at a time.
     *
     * @return the scores of each set
     * @throws AffectException if it holds none
     */
    public List<EvaluatedSet> evaluate() {
        predictions.forEach(this::add);
        return sets(" has no true labels: give --truth, or a file that affectj evaluate wrote.");
    }

    /**
     * Compares with the truth of another file. Every row of it counts once, also where it names a picture again; of
     * several predictions for a picture, the first counts. Predictions are kept in memory, some 300 bytes each.
     *
     * @param truth what is true
     * @return the scores of each set
     * @throws AffectException if no picture is in both files
     */
    public List<EvaluatedSet> evaluate(final TruthFile truth) {
        final Map<String, Said> said = new HashMap<>();
        predictions.forEach((set, of, face) -> said.putIfAbsent(face.image(), new Said(set, of, face)));
        final Set<String> used = new HashSet<>();
        truth.forEach(row -> {
            final Said found = said.get(row.image());
            if (found == null) {
                leaveOut("without_prediction");
                return;
            }
            used.add(row.image());
            final JudgedFace face = found.face;
            add(found.set, found.split.or(row::split),
                row.labels().beside(row.image(), row.subject(), face.prediction(), face.present()));
        });
        if (said.size() > used.size()) leftOut.put("without_truth", (long) said.size() - used.size());
        return sets(" names no picture that the truth names too: see that both call pictures the same.");
    }

    private void add(final String set, final Optional<Split> of, final JudgedFace face) {
        if (of.isPresent() && of.get() != split) {
            leaveOut("of_other_splits");
            return;
        }
        final JudgedFace comparable = face.comparable();
        sets.computeIfAbsent(set, name -> new SubjectAgreement()).add(comparable);
        visitor.visit(set, split, comparable);
    }

    private void leaveOut(final String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    private List<EvaluatedSet> sets(final String nothing) {
        final List<EvaluatedSet> found = new ArrayList<>();
        sets.forEach((name, scores) -> found.add(
            new EvaluatedSet(name, scores, Map.copyOf(leftOut), Optional.empty(), List.of())));
        if (found.stream().noneMatch(set -> set.scores().all().isAnythingKnown()))
            throw new AffectException("The file of predictions " + predictions.file() + nothing);
        return found;
    }
}
