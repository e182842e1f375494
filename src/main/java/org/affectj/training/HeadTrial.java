package org.affectj.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.metrics.Interval;
import org.affectj.metrics.SubjectBootstrap;
import org.affectj.training.data.Split;

/**
 * Tries states of heads on faces, and chooses between them: what is learnt from few people is easily worse for others.
 */
final class HeadTrial {

    /** How intervals are made. */
    static final SubjectBootstrap BOOTSTRAP = new SubjectBootstrap(1000, 1);
    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 0);

    private final Path network;
    private final FaceRows rows;
    private final FeatureCache features;

    /**
     * @param network SavedModel of the heads
     * @param rows the faces
     * @param features of them
     */
    HeadTrial(final Path network, final FaceRows rows, final FeatureCache features) {
        this.network = network;
        this.rows = rows;
        this.features = features;
    }

    /**
     * @param before empty where there is nothing to compare with
     * @param after another state
     * @param faces rows of the faces to try them on
     * @return the scores of each subject
     */
    List<PairedScore> subjects(final Optional<HeadState> before, final HeadState after, final int[] faces) {
        final Map<String, PairedScore> subjects = new TreeMap<>();
        final Map<Integer, PairedScore> ofRow = new HashMap<>();
        final List<String> names = rows.subjects(faces);
        for (int i = 0; i < faces.length; i++)
            ofRow.put(faces[i], subjects.computeIfAbsent(names.get(i), name -> new PairedScore()));
        try (Network heads = EngineLoader.open(network, EXACT.with(Operations.TRAINING))) {
            final HeadPredictions predictions = new HeadPredictions(heads, features, rows);
            before.ifPresent(state -> {
                heads.restore(state.weights());
                predictions.forEach(faces, (row, said) -> ofRow.get(row).before()
                    .add(rows.face(row).labels().truth(), said, said.present(state.thresholds())));
            });
            heads.restore(after.weights());
            predictions.forEach(faces, (row, said) -> ofRow.get(row).after()
                .add(rows.face(row).labels().truth(), said, said.present(after.thresholds())));
        }
        return new ArrayList<>(subjects.values());
    }

    /**
     * Chooses on validation faces. Where action units were learnt, thresholds that suit the training faces are
     * tried, too.
     *
     * @param stage what was learnt
     * @param before the heads as they were
     * @param learnt prefix of the weights after training
     * @return the state with the best figure of those that are surely better than {@code before}: the 95 % interval of
     *         the difference, over draws of subjects, is above 0. Where there is none, {@code before}
     */
    HeadState better(final HeadStage stage, final HeadState before, final Path learnt) {
        final int[] faces = rows.of(Split.VALIDATION, stage::knows);
        HeadState best = before;
        double gain = 0;
        for (final HeadState state : candidates(stage, before, learnt)) {
            final List<PairedScore> subjects = subjects(Optional.of(before), state, faces);
            final PairedScore all = new PairedScore();
            subjects.forEach(subject -> all.merge(subject, 1));
            final double difference = stage.difference(all);
            final double sure = interval(stage, subjects).map(Interval::low).orElse(difference);
            if (sure > 0 && difference > gain) {
                best = state;
                gain = difference;
            }
        }
        return best;
    }

    private static Optional<Interval> interval(final HeadStage stage, final List<PairedScore> subjects) {
        return BOOTSTRAP.intervals(subjects, PairedScore::new, List.of(stage::difference), Progress.NONE).get(0);
    }

    private List<HeadState> candidates(final HeadStage stage, final HeadState before, final Path learnt) {
        final HeadState after = new HeadState(learnt, before.thresholds());
        return stage == HeadStage.ACTION_UNITS
            ? List.of(after, calibrated(before), calibrated(after)) : List.of(after);
    }

    private HeadState calibrated(final HeadState state) {
        try (Network heads = EngineLoader.open(network, EXACT.with(Operations.TRAINING))) {
            heads.restore(state.weights());
            return new HeadState(state.weights(), new HeadPredictions(heads, features, rows)
                .thresholds(rows.of(Split.TRAIN, HeadStage.ACTION_UNITS::knows), state.thresholds()));
        }
    }

    /** @return figures of the test split, or of validation where there is no test split */
    HeadFigures figures(final Optional<HeadState> before, final HeadState after) {
        final Split split = Stream.of(Split.TEST, Split.VALIDATION)
            .filter(of -> rows.of(of, labels -> true).length > 0).findFirst().orElseThrow();
        final int[] faces = rows.of(split, labels -> true);
        return new HeadFigures(split, faces.length, before.isPresent(), subjects(before, after, faces));
    }
}
