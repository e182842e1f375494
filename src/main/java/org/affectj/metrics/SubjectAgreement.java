package org.affectj.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.Progress;

/**
 * Scores of a data set's faces, kept for each subject so that intervals can be had. Memory doesn't grow with faces:
 * more than {@value #GROUPS} subjects are put into so many groups, which are then drawn as subjects are.
 */
public final class SubjectAgreement {

    /** The largest number of subjects, or groups of them, whose scores are kept apart. */
    public static final int GROUPS = 200;

    private final Agreement all = new Agreement();
    private final PairCounts valence = new PairCounts();
    private final PairCounts arousal = new PairCounts();
    private final List<Agreement> groups = new ArrayList<>();
    private final Map<String, Integer> subjects = new HashMap<>();

    /** Takes one face in. */
    public void add(final JudgedFace face) {
        final int subject = subjects.computeIfAbsent(face.subject(), name -> subjects.size());
        if (subject == groups.size() && subject < GROUPS) groups.add(new Agreement());
        groups.get(subject % GROUPS).add(face);
        all.add(face);
        final Truth truth = face.truth();
        if (!truth.knowsAffect()) return;
        valence.add(truth.valence(), face.prediction().valence());
        arousal.add(truth.arousal(), face.prediction().arousal());
    }

    /** @return how often which valence was taken for which */
    public PairCounts valence() {
        return valence;
    }

    /** @return how often which arousal was taken for which */
    public PairCounts arousal() {
        return arousal;
    }

    /** @return the scores over all subjects */
    public Agreement all() {
        return all;
    }

    /** @return the number of subjects */
    public int subjects() {
        return subjects.size();
    }

    /**
     * @param figures that are wanted
     * @param bootstrap how subjects are drawn
     * @param progress is asked whether to go on
     * @return an interval for each figure; empty where there is none
     */
    public List<Optional<Interval>> intervals(final List<Figure> figures, final SubjectBootstrap bootstrap,
        final Progress progress)
    {
        return bootstrap.intervals(groups, Agreement::new, figures.stream().map(Figure::value).toList(), progress);
    }
}
