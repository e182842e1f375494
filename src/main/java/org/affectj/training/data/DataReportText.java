package org.affectj.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.DataReport.OfSplit;
import org.affectj.training.data.DataReport.Spread;

/** A {@link DataReport} in words and tables, for people. */
public final class DataReportText {

    private final DataReport report;
    private final StringBuilder text = new StringBuilder();

    private DataReportText(final DataReport report) {
        this.report = report;
    }

    /** @return a line with the numbers of rows and faces, and one for each thing to look at */
    public static String brief(final DataReport report) {
        final DataReportText text = new DataReportText(report);
        text.head();
        text.attention();
        return text.text.toString();
    }

    /** @return {@link #brief}, and tables of people and labels in each split */
    public static String full(final DataReport report) {
        final DataReportText text = new DataReportText(report);
        text.head();
        text.attention();
        text.tables();
        return text.text.toString();
    }

    private void head() {
        line("%s (%s): %d rows, %d usable: %s", report.set(), report.format(), report.rows(), report.faces(),
            Arrays.stream(Split.values()).map(split -> report.faces(split) + " " + split)
                .collect(Collectors.joining(", ")));
        if (!report.splitBy().equals("data")) line("  split by %s", report.splitBy());
        if (report.splitBy().equals(SplitBy.FRAME.toString()))
            line("  look at: pictures of one person are in several splits: figures will be too good");
        if (report.unlabelled() > 0) line("  left out: %d rows without a label", report.unlabelled());
        if (report.faceless() > 0) line("  left out: %d labelled frames without a face", report.faceless());
    }

    private void attention() {
        warn(report.invalid(), "rows with a label that can't be", List.of());
        warn(report.missing(), "rows whose picture is missing", List.of());
        warn(report.inTwoSplits(), "rows whose person or video was in another split before", List.of());
        report.mistakes().forEach(mistake -> line("    %s", mistake));
        warn(report.again().count(), "rows name a picture that another row named", report.again().examples());
        warn(report.copies().count(), "pictures are the same as one of another name", report.copies().examples());
        warn(report.copiesAcrossSplits().count(), "of these are the same in two splits: figures will be too good",
            report.copiesAcrossSplits().examples());
    }

    private void warn(final long count, final String what, final List<String> examples) {
        if (count == 0) return;
        line("  look at: %d %s", count, what);
        examples.forEach(example -> line("    %s", example));
    }

    private void tables() {
        line("");
        line("  %-20s%20s%20s%20s", "", Split.TRAIN, Split.VALIDATION, Split.TEST);
        row("faces", split -> Long.toString(split.faces()));
        row("people", DataReportText::people);
        for (final ActionUnit unit : ActionUnit.values())
            if (any(split -> split.actionUnits().get(unit.name()).labelled()))
                row(unit.name() + " present", split -> rate(split.actionUnits().get(unit.name())));
        for (final Expression expression : Expression.values())
            if (any(split -> split.expressions().values().stream().mapToLong(Long::longValue).sum()))
                row(expression.label(), split -> Long.toString(split.expressions().get(expression.label())));
        spread("valence", OfSplit::valence);
        spread("arousal", OfSplit::arousal);
    }

    private static String people(final OfSplit split) {
        if (split.people() == 0 && split.unknownPeople() > 0) return "not said";
        return split.people() + (split.unknownPeople() > 0 ? " and " + split.unknownPeople() + " not said" : "");
    }

    private static String rate(final DataReport.Occurrence unit) {
        return unit.labelled() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %% of %d", 100 * unit.rate(),
            unit.labelled());
    }

    private void spread(final String name, final Function<OfSplit, Spread> of) {
        if (!any(split -> of.apply(split).labelled())) return;
        row(name + " labelled", split -> Long.toString(of.apply(split).labelled()));
        row("  from .. to", split -> range(of.apply(split)));
        row("  mean", split -> of.apply(split).labelled() == 0 ? "-" : number(of.apply(split).mean()));
        final int bins = of.apply(report.splits().get(Split.TRAIN.toString())).histogram().size();
        for (int i = 0; i < bins; i++) {
            final int bin = i;
            row("  from " + number(-1 + 2.0 * i / bins),
                split -> Long.toString(of.apply(split).histogram().get(bin)));
        }
    }

    private static String range(final Spread spread) {
        return spread.labelled() == 0 ? "-" : number(spread.least()) + " .. " + number(spread.most());
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private boolean any(final Function<OfSplit, Long> count) {
        return report.splits().values().stream().anyMatch(split -> count.apply(split) > 0);
    }

    private void row(final String name, final Function<OfSplit, String> cell) {
        final List<Object> cells = new ArrayList<>(List.of(name));
        for (final Split split : Split.values())
            cells.add(cell.apply(report.splits().get(split.toString())));
        line("  %-20s%20s%20s%20s", cells.toArray());
    }

    private void line(final String format, final Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
