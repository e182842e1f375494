package org.affectj.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A detailed log of FaceReader, exported as text: lines with {@code Video analysis detailed log}, {@code Filename}
 * and {@code Frame rate}, then cells between tabs under {@code Video Time, Neutral, Happy, …, Valence, Arousal, …,
 * Action Unit 12 - Lip Corner Puller, …}. Times are {@code 00:00:00.033}; expressions and valence are numbers;
 * action units are {@code NotActive} or A to E, the intensities of FACS, or numbers from 0 to 1;
 * {@code FIND_FAILED} and {@code FIT_FAILED} say that there was no face. The maker publishes no description; by the
 * programs that read such files, among them {@code 01_extract_facereader.R} and the tests of
 * {@code detect_fr_header_row} in public repositories.
 */
final class FaceReaderLog implements ForeignTable {

    /** What the line of headings begins with. */
    static final String TIME = "Video Time";

    private static final Map<String, String> NAMES = Map.of("Neutral", "Neutral", "Happy", "Happiness",
        "Sad", "Sadness", "Angry", "Anger", "Surprised", "Surprise", "Scared", "Fear", "Disgusted", "Disgust",
        "Valence", "valence");
    private static final Pattern UNIT = Pattern.compile("Action Unit (\\d{2}) - .*");
    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d{2}):(\\d{2}(?:[.,]\\d+)?)");
    private static final List<String> INTENSITIES = List.of("NotActive", "A", "B", "C", "D", "E");

    @Override
    public String tool() {
        return "FaceReader";
    }

    @Override
    public boolean isOf(final List<String> headings) {
        return headings.contains(TIME) && headings.contains("Neutral");
    }

    /** Arousal goes from 0 to 1 there and means another thing, so it isn't taken. */
    @Override
    public Optional<String> column(final String heading) {
        final Matcher unit = UNIT.matcher(heading);
        return unit.matches() ? Optional.of("AU" + unit.group(1)) : Optional.ofNullable(NAMES.get(heading));
    }

    @Override
    public Object value(final String heading, final TableFile.Row row) {
        final String text = row.text(heading);
        if (text.endsWith("_FAILED")) return Double.NaN;
        final int intensity = INTENSITIES.indexOf(text);
        return intensity < 0 ? row.number(heading) : intensity / (double) (INTENSITIES.size() - 1);
    }

    @Override
    public boolean hasFace(final TableFile.Row row) {
        return !row.text("Neutral").endsWith("_FAILED") && row.given("Neutral").isPresent();
    }

    @Override
    public double time(final TableFile.Row row, final double rate) {
        final Matcher clock = CLOCK.matcher(row.text(TIME));
        if (!clock.matches())
            throw row.error("the time is '" + row.text(TIME) + "', one such as 00:00:00.033 is expected");
        return Integer.parseInt(clock.group(1)) * 3600 + Integer.parseInt(clock.group(2)) * 60
            + Double.parseDouble(clock.group(3).replace(',', '.'));
    }

    /** Not every frame need be in the log, so the rate tells its number. */
    @Override
    public int frame(final TableFile.Row row, final double rate) {
        return Double.isNaN(rate) ? 0 : 1 + (int) Math.round(time(row, rate) * rate);
    }

    @Override
    public Optional<String> person(final List<String> headings) {
        return Optional.empty();
    }
}
