package org.affectj.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file of Py-Feat: {@code FaceRectX, FaceRectY, FaceRectWidth, FaceRectHeight, FaceScore, x_0, …, y_67, Pitch,
 * Roll, Yaw, AU01, …, anger, …, neutral, input, frame}. Action units and emotions go from 0 to 1, frames count from 0,
 * times aren't told; a frame without a face has empty cells. Newer versions write {@code Neutral, Happy, Sad, Surprise,
 * Fear, Disgust, Anger, valence, arousal} and {@code Identity}. By the files {@code feat/tests/data/output.csv} and
 * {@code docs/data/news_sample/001.csv} (github.com/cosanlab/py-feat).
 */
final class PyFeatTable implements ForeignTable {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("FaceRectX", "x"),
        Map.entry("FaceRectY", "y"), Map.entry("FaceRectWidth", "width"), Map.entry("FaceRectHeight", "height"),
        Map.entry("FaceScore", "score"), Map.entry("neutral", "Neutral"), Map.entry("anger", "Anger"),
        Map.entry("disgust", "Disgust"), Map.entry("fear", "Fear"), Map.entry("happiness", "Happiness"),
        Map.entry("sadness", "Sadness"), Map.entry("surprise", "Surprise"), Map.entry("Neutral", "Neutral"),
        Map.entry("Anger", "Anger"), Map.entry("Disgust", "Disgust"), Map.entry("Fear", "Fear"),
        Map.entry("Happy", "Happiness"), Map.entry("Sad", "Sadness"), Map.entry("Surprise", "Surprise"),
        Map.entry("valence", "valence"), Map.entry("arousal", "arousal"));

    @Override
    public String tool() {
        return "Py-Feat";
    }

    @Override
    public boolean isOf(final List<String> headings) {
        return headings.contains("FaceRectX");
    }

    @Override
    public Optional<String> column(final String heading) {
        return heading.matches("AU\\d{2}|[xy]_\\d{1,2}") ? Optional.of(heading)
            : Optional.ofNullable(NAMES.get(heading));
    }

    @Override
    public boolean hasFace(final TableFile.Row row) {
        return !Double.isNaN(row.number("FaceRectX"));
    }

    @Override
    public double time(final TableFile.Row row, final double rate) {
        return row.number("frame") / rate;
    }

    @Override
    public int frame(final TableFile.Row row, final double rate) {
        return ForeignTable.countedFromZero(row, "frame");
    }

    @Override
    public Optional<String> person(final List<String> headings) {
        return headings.contains("Identity") ? Optional.of("Identity") : Optional.empty();
    }

    @Override
    public Optional<String> source(final List<String> headings) {
        return headings.contains("input") ? Optional.of("input") : Optional.empty();
    }
}
