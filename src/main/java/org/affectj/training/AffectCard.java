package org.affectj.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.affectj.Progress;
import org.affectj.metrics.Agreement;
import org.affectj.metrics.ConfidenceCurve;
import org.affectj.metrics.Confusion;
import org.affectj.metrics.Figure;
import org.affectj.metrics.Figures;
import org.affectj.metrics.Interval;
import org.affectj.metrics.SubjectAgreement;
import org.affectj.metrics.SubjectBootstrap;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.TrainingData;

/**
 * The README.md of an affect model: what it learnt from, its figures on the test sets with 95 % intervals by subject,
 * how far its confidence can be trusted, where it fails. In Markdown.
 */
final class AffectCard {

    private static final SubjectBootstrap BOOTSTRAP = new SubjectBootstrap(1000, 1);

    private static final String LEARNT = "## What it learnt from";
    private static final String FAILS = "## Where it fails";

    private final ModelDescription about;
    private final StringBuilder text = new StringBuilder();

    private AffectCard(final ModelDescription about) {
        this.about = about;
    }

    /**
     * Where a model comes from.
     *
     * @param learnt what it learnt from, and how
     * @param limits the chapter on where it fails
     */
    record Origin(String learnt, String limits) {

        /** @return of a model that was trained on this data with these settings */
        static Origin of(final TrainingData data, final JointSettings settings) {
            final StringBuilder learnt = new StringBuilder(ModelCard.data(data, JointTask::isUseful));
            learnt.append('\n').append((settings.weakTargets() ? WEAK : EXACT).strip());
            if (!settings.start().isEmpty())
                learnt.append("\n\nIt began as the model " + ModelDescription.withoutHash(settings.start())
                    + " and was trained on.");
            if (!settings.teacher().isEmpty())
                learnt.append("\n\nWhat the model " + ModelDescription.withoutHash(settings.teacher())
                    + " says of the expressions of these faces was mixed half and half into the labels, and action "
                    + "units that nobody told were learnt from it where it was sure.");
            return new Origin(learnt.toString(), settings.weakTargets() ? LIMITS : OWN_LIMITS);
        }

        /** @return of an ensemble: what its members' cards say */
        static Origin of(final List<ModelFolder> members) {
            final StringBuilder learnt = new StringBuilder(
                "It says the mean of what these models say of the same picture; it learnt nothing else.");
            members.stream().collect(Collectors.groupingBy(Origin::learntBy, LinkedHashMap::new, Collectors.toList()))
                .forEach((chapter, those) -> learnt.append("\n\n### ").append(those.stream()
                    .map(member -> member.description().nameAndVersion())
                    .collect(Collectors.joining(", "))).append("\n\n").append(chapter));
            return new Origin(learnt.toString(), members.stream()
                .flatMap(member -> chapter(member.card(), FAILS).stream()).distinct()
                .map(limits -> FAILS + "\n\n" + limits).findFirst().orElse(OWN_LIMITS));
        }

        private static String learntBy(final ModelFolder member) {
            return chapter(member.card(), LEARNT).orElse(member.description().trainedOn() + ".");
        }

        private static Optional<String> chapter(final String card, final String heading) {
            final int start = card.indexOf(heading + "\n");
            if (start < 0) return Optional.empty();
            final int end = card.indexOf("\n## ", start + heading.length());
            return Optional.of(card.substring(start + heading.length(), end < 0 ? card.length() : end).strip());
        }
    }

    /**
     * @param about the model
     * @param data what it is measured on
     * @param figures of the test faces of each set
     * @param origin what it learnt from, and where it fails
     * @return the card
     */
    static String of(final ModelDescription about, final TrainingData data, final List<EvaluatedSet> figures,
        final Origin origin)
    {
        final AffectCard card = new AffectCard(about);
        card.line("# " + about.name());
        card.line("Reads 12 action units, 8 expressions, valence and arousal from a face aligned to the ArcFace "
            + "112×112 template. Trained by AffectJ on the data below, and on nothing else.");
        card.line(LEARNT);
        card.line(origin.learnt());
        card.line("## Figures on test data");
        card.line("In brackets: 95 % intervals, by drawing subjects anew 1,000 times (each face counts as a subject "
            + "where nobody told who it shows; more than 200 subjects are drawn in 200 groups).");
        figures.forEach(set -> card.set(data, set));
        card.line(origin.limits());
        return card.text.toString().stripTrailing() + "\n";
    }

    private void line(final String paragraph) {
        text.append(paragraph.strip()).append("\n\n");
    }

    private void set(final TrainingData data, final EvaluatedSet set) {
        final Agreement scores = set.scores().all();
        final Map<String, String> cells = cells(set.scores(), Figures.of(scores));
        line("### " + ModelCard.heading(data, set.name()));
        if (scores.tasks().expressions().count() > 0) expressions(set, cells);
        else line(scores.faces() + " faces.");
        if (!scores.tasks().labelledActionUnits().isEmpty()) actionUnits(scores, cells);
        affect(cells);
    }

    /** @return what to write of each figure, by its path */
    private static Map<String, String> cells(final SubjectAgreement scores, final List<Figure> figures) {
        final List<Optional<Interval>> intervals = scores.intervals(figures, BOOTSTRAP, Progress.NONE);
        return IntStream.range(0, figures.size()).boxed().collect(Collectors.toMap(
            i -> figures.get(i).path(), i -> cell(figures.get(i), scores.all(), intervals.get(i))));
    }

    /** Calibration errors stand alone: each drawing adds chance error to them, so that their intervals lie too high. */
    private static String cell(final Figure figure, final Agreement scores, final Optional<Interval> interval) {
        final String value = String.format(Locale.ROOT, "%.3f", figure.value().applyAsDouble(scores));
        return value + interval.filter(ends -> !figure.path().endsWith("calibration_error"))
            .map(ends -> String.format(Locale.ROOT, " (%.3f–%.3f)", ends.low(), ends.high())).orElse("");
    }

    private void expressions(final EvaluatedSet set, final Map<String, String> cells) {
        final Agreement scores = set.scores().all();
        final Confusion confusion = scores.tasks().expressions();
        line(scores.faces() + " faces; " + (scores.faces() - confusion.count())
            + " of them have no expression to be measured by. Accuracy of expressions "
            + cells.get("expressions.accuracy") + ", macro F1 over those present "
            + cells.get("expressions.macro_f1_of_present") + ", expected calibration error "
            + cells.get("expressions.expected_calibration_error") + ".");
        set.majority().ifPresent(this::majority);
        text.append("| expression | faces | F1 |\n|---|---|---|\n");
        for (final Expression expression : Expression.values())
            if (confusion.actual(expression.ordinal()) > 0)
                row(expression.label(), confusion.actual(expression.ordinal()),
                    cells.get("expressions." + expression.label() + ".f1"));
        text.append('\n');
        confidence(scores.confidence());
        cheekGrey(set.cheekGrey());
    }

    private void majority(final SubjectAgreement scores) {
        final Map<String, String> cells = cells(scores, EvaluationReport.ofMajority(scores.all()));
        line("Of the " + scores.all().faces() + " faces of which more than half of the votes, single ones apart, are "
            + "for one emotion, and with which FER+'s authors test (Barsoum et al. 2016): accuracy "
            + cells.get("expressions.accuracy") + ", macro F1 " + cells.get("expressions.macro_f1_of_present") + ".");
    }

    private void confidence(final ConfidenceCurve curve) {
        if (about.certainFrom() > 0)
            line(String.format(Locale.ROOT, "Certain expressions (probability %.3f or more): %.1f %% of these faces, "
                + "accuracy %.3f. The others are better taken as unknown.", about.certainFrom(),
                100 * curve.shareFrom(about.certainFrom()), curve.accuracyFrom(about.certainFrom())));
    }

    private void cheekGrey(final List<CheekGrey.Level> levels) {
        if (levels.isEmpty()) return;
        line("Accuracy by the grey level of the cheeks in the picture: " + levels.stream().map(level -> String.format(
            Locale.ROOT, "%d–%d: %.3f (%d faces)", level.from(), level.to() - 1, level.accuracy(), level.faces()))
            .collect(Collectors.joining(", ")) + ". Grey mixes skin, light and camera: this can't tell how the model "
            + "does on people of any skin colour.");
    }

    private void actionUnits(final Agreement scores, final Map<String, String> cells) {
        line("Mean F1 of the action units " + cells.get("action_units.mean_f1")
            + ", with thresholds chosen on validation faces. Where there were enough of these, values were made honest "
            + "on them, too (Platt 1999).");
        text.append("| action unit | threshold | positives | F1 | precision | recall | calibration error |\n"
            + "|---|---|---|---|---|---|---|\n");
        for (final ActionUnit unit : scores.tasks().labelledActionUnits()) {
            final String path = "action_units." + unit.name() + ".";
            row(unit.name() + " " + unit.action(), about.thresholds().get(unit.ordinal()),
                scores.tasks().actionUnit(unit).positives(), cells.get(path + "f1"), cells.get(path + "precision"),
                cells.get(path + "recall"), cells.get(path + "expected_calibration_error"));
        }
        text.append('\n');
    }

    private void row(final Object... cells) {
        text.append("| ").append(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ")))
            .append(" |\n");
    }

    private void affect(final Map<String, String> cells) {
        for (final String prefix : List.of("", "weak_"))
            if (cells.containsKey(prefix + "valence_ccc"))
                line("Agreement with " + (prefix.isEmpty() ? "the labels" : "the weak targets") + " (CCC): valence "
                    + cells.get(prefix + "valence_ccc") + ", arousal " + cells.get(prefix + "arousal_ccc") + ".");
    }

    private static final String WEAK = """
        - **Expressions**: distribution of FER+'s votes after dropping votes of 1; one label each for photographs; the \
        acted expression of rendered faces, at half weight. Contempt counts as Other.
        - **Action units**: exact for rendered faces (present from an intensity of 0.2). For real faces **no person \
        labelled action units**: they follow from the expression by co-annotation with the table of Du et al. (2014): \
        prototypical ones present with weight 1, observational ones with their share; absent for neutral faces, and \
        where no table names them for the expression. Lips part (AU25) and jaw drop (AU26) follow from the gap between \
        the lips in the 68 points instead, where these are good and the gap tells. Nothing else is assumed.
        - **Valence and arousal**: weak targets only, Russell and Mehrabian's coordinates of the expressions, averaged \
        with the votes. No person judged valence or arousal.

        """;

    private static final String EXACT = """
        Only what these sets label was learnt; no label was made up for what they leave out.

        """;

    private static final String OWN_LIMITS = """
        ## Where it fails

        - Figures hold for people and pictures like those of the test faces. Check on your own before you trust it \
        on others.
        - What the sets don't label, the model wasn't taught: its values there mean nothing.
        - Profiles, hands before the face and faces below about 40 pixels are less reliable.
        - A facial movement isn't an emotion: an expression label says how a face looks to people, not what is felt.
        """;

    private static final String LIMITS = """
        ## Where it fails

        - Action unit figures come from rendered faces of people that training didn't see; on real faces there are no \
        human labels to measure with, so they are unknown, and expressions colour them.
        - Valence and arousal follow the expressions; they aren't independent measures.
        - Both picture sets lean to light-skinned adults, and labels of FER2013 are noisy. Figures for other groups \
        are unknown: check on your own data.
        - Disgust, fear and Other are rare in the data and are often missed. "Anger" is often a plain stern face.
        - Profiles, hands before the face and faces below about 40 pixels are less reliable.
        - A facial movement isn't an emotion: an expression label says how a face looks to people, not what is felt.
        """;
}
