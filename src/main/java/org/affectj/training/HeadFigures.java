package org.affectj.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.affectj.Progress;
import org.affectj.metrics.Interval;
import org.affectj.metrics.MultiTaskScore;
import org.affectj.training.data.Split;

import com.google.gson.JsonObject;

/**
 * How good trained heads are on faces of people whom training didn't see; where a model's own heads were trained on, by
 * how much they differ from what they were, with 95 % intervals by the bootstrap of subjects.
 */
final class HeadFigures {

    private final Split split;
    private final int faces;
    private final boolean compared;
    private final List<PairedScore> subjects;
    private final PairedScore all = new PairedScore();
    private final List<Row> rows = new ArrayList<>();

    /** Something that can be labelled. */
    private enum Figure {

        ACTION_UNITS("action_unit_f1", "action units, mean F1") {

            @Override
            boolean isKnown(final MultiTaskScore score) {
                return !score.labelledActionUnits().isEmpty();
            }

            @Override
            double value(final MultiTaskScore score) {
                return score.meanActionUnitF1();
            }
        },
        EXPRESSIONS("expression_f1", "expressions, macro F1 of those present") {

            @Override
            boolean isKnown(final MultiTaskScore score) {
                return score.expressions().count() > 0;
            }

            @Override
            double value(final MultiTaskScore score) {
                return score.expressions().macroF1OfPresent();
            }
        },
        VALENCE("valence_ccc", "valence, CCC") {

            @Override
            boolean isKnown(final MultiTaskScore score) {
                return score.valence().count() > 0;
            }

            @Override
            double value(final MultiTaskScore score) {
                return score.valence().value();
            }
        },
        AROUSAL("arousal_ccc", "arousal, CCC") {

            @Override
            boolean isKnown(final MultiTaskScore score) {
                return score.arousal().count() > 0;
            }

            @Override
            double value(final MultiTaskScore score) {
                return score.arousal().value();
            }
        };

        private final String key;
        private final String label;

        Figure(final String key, final String label) {
            this.key = key;
            this.label = label;
        }

        abstract boolean isKnown(MultiTaskScore score);

        abstract double value(MultiTaskScore score);

        double difference(final PairedScore score) {
            return value(score.after()) - value(score.before());
        }
    }

    /** A figure with its difference's interval; empty where there is nothing to compare with, or one subject only. */
    private record Row(Figure figure, Optional<Interval> interval) {
    }

    /**
     * @param split that the faces are of
     * @param faces how many
     * @param compared whether there is anything to compare with
     * @param subjects the scores of each
     */
    HeadFigures(final Split split, final int faces, final boolean compared, final List<PairedScore> subjects) {
        this.split = split;
        this.faces = faces;
        this.compared = compared;
        this.subjects = subjects;
        subjects.forEach(subject -> all.merge(subject, 1));
        final List<Figure> known = Stream.of(Figure.values()).filter(figure -> figure.isKnown(all.after())).toList();
        final List<ToDoubleFunction<PairedScore>> differences = new ArrayList<>();
        known.forEach(figure -> differences.add(figure::difference));
        final List<Optional<Interval>> intervals = compared
            ? HeadTrial.BOOTSTRAP.intervals(subjects, PairedScore::new, differences, Progress.NONE) : List.of();
        for (int i = 0; i < known.size(); i++)
            rows.add(new Row(known.get(i), compared ? intervals.get(i) : Optional.empty()));
    }

    /** @return split, numbers of subjects and faces, and each figure with its difference and interval, for programs */
    JsonObject json() {
        final JsonObject json = new JsonObject();
        json.addProperty("split", split.toString());
        json.addProperty("subjects", subjects.size());
        json.addProperty("faces", faces);
        if (compared) json.addProperty("bootstrap_replicates", HeadTrial.BOOTSTRAP.replicates());
        rows.forEach(row -> json.add(row.figure.key, json(row)));
        return json;
    }

    private JsonObject json(final Row row) {
        final JsonObject one = new JsonObject();
        if (compared) one.addProperty("before", row.figure.value(all.before()));
        one.addProperty("after", row.figure.value(all.after()));
        if (compared) one.addProperty("difference", row.figure.difference(all));
        row.interval.ifPresent(interval -> {
            one.addProperty("low", interval.low());
            one.addProperty("high", interval.high());
        });
        return one;
    }

    /** @return the same as a table and what follows from it, in Markdown */
    String markdown() {
        final StringBuilder text = new StringBuilder(compared
            ? "| | before | after | difference | 95 % interval | |\n|---|---|---|---|---|---|\n"
            : "| | |\n|---|---|\n");
        rows.forEach(row -> text.append(compared ? compared(row)
            : String.format(Locale.ROOT, "| %s | %.4f |%n", row.figure.label, row.figure.value(all.after()))));
        text.append(String.format(Locale.ROOT, "%n%s split: %d %s of %d %s", split, faces, plural(faces, "face"),
            subjects.size(), plural(subjects.size(), "subject")));
        if (split == Split.VALIDATION)
            text.append("; the best states were chosen on these faces, so the figures are optimistic");
        if (compared)
            text.append(". The interval of the difference is that of ").append(HeadTrial.BOOTSTRAP.replicates())
                .append(" draws of the subjects with replacement");
        return text.append(".\n").toString();
    }

    private String compared(final Row row) {
        return String.format(Locale.ROOT, "| %s | %.4f | %.4f | %+.4f | %s | %s |%n", row.figure.label,
            row.figure.value(all.before()), row.figure.value(all.after()), row.figure.difference(all),
            row.interval.map(i -> String.format(Locale.ROOT, "%+.4f to %+.4f", i.low(), i.high())).orElse("–"),
            row.interval.map(HeadFigures::verdict).orElse("one subject says too little"));
    }

    private static String verdict(final Interval interval) {
        return interval.low() > 0 ? "better" : interval.high() < 0 ? "worse" : "no sure difference";
    }

    private static String plural(final int count, final String thing) {
        return count == 1 ? thing : thing + "s";
    }
}
