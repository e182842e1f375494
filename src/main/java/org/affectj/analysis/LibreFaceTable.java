package org.affectj.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.affectj.model.Expression;

/**
 * A CSV file of LibreFace for a video: {@code frame_idx, frame_time_in_ms, lm_mp_0_x, …, pitch, yaw, roll,
 * facial_expression, au_1, …, au_1_intensity, …}. Presence {@code au_N} is 0 or 1, intensities go from 0 to 5, frames
 * count from 0. By {@code README_pypi.rst}, section Output Format (github.com/ihp-lab/LibreFace).
 */
final class LibreFaceTable implements ForeignTable {

    private static final Pattern UNIT = Pattern.compile("au_(\\d{1,2})(_intensity)?");
    private static final double HIGHEST = 5;
    private static final double MILLISECONDS = 1000;

    @Override
    public String tool() {
        return "LibreFace";
    }

    @Override
    public boolean isOf(final List<String> headings) {
        return headings.contains("facial_expression")
            && headings.stream().anyMatch(name -> UNIT.matcher(name).matches());
    }

    @Override
    public Optional<String> column(final String heading) {
        if (heading.equals("facial_expression")) return Optional.of(Channels.EXPRESSION);
        final Matcher unit = UNIT.matcher(heading);
        if (!unit.matches()) return Optional.empty();
        return Optional.of(ForeignTable.actionUnit(unit.group(1)) + (unit.group(2) == null ? "_present" : ""));
    }

    /** AffectJ has no contempt: its cell stays empty. */
    @Override
    public Object value(final String heading, final TableFile.Row row) {
        if (heading.equals("facial_expression"))
            return row.given(heading)
                .filter(name -> Arrays.stream(Expression.values()).anyMatch(e -> e.label().equals(name))).orElse("");
        return row.number(heading) / (heading.endsWith("_intensity") ? HIGHEST : 1);
    }

    @Override
    public boolean hasFace(final TableFile.Row row) {
        return row.given("facial_expression").isPresent();
    }

    @Override
    public double time(final TableFile.Row row, final double rate) {
        return row.number("frame_time_in_ms") / MILLISECONDS;
    }

    @Override
    public int frame(final TableFile.Row row, final double rate) {
        return ForeignTable.countedFromZero(row, "frame_idx");
    }

    @Override
    public Optional<String> person(final List<String> headings) {
        return Optional.empty();
    }
}
