package org.affectj.analysis;

import java.util.List;
import java.util.Optional;

/**
 * A CSV file of OpenFace 2.x: {@code frame, face_id, timestamp, confidence, success, …, x_0, …, y_67, …, AU01_r, …,
 * AU45_c} with spaces after commas. Intensities {@code AUxx_r} go from 0 to 5, presence {@code AUxx_c} is 0 or 1,
 * times are seconds, frames count from 1 and {@code face_id} from 0; where {@code success} is 0 there was no face and
 * the numbers mean nothing. By OpenFace's wiki, page Output Format, and
 * {@code lib/local/Utilities/src/RecorderCSV.cpp} (github.com/TadasBaltrusaitis/OpenFace).
 */
final class OpenFaceTable implements ForeignTable {

    private static final double HIGHEST = 5;

    @Override
    public String tool() {
        return "OpenFace";
    }

    @Override
    public boolean isOf(final List<String> headings) {
        return headings.contains("success") && headings.contains("timestamp") && headings.contains("confidence");
    }

    @Override
    public Optional<String> column(final String heading) {
        if (heading.matches("AU\\d{2}_r")) return Optional.of(heading.substring(0, 4));
        if (heading.matches("AU\\d{2}_c")) return Optional.of(heading.substring(0, 4) + "_present");
        if (heading.matches("[xy]_\\d{1,2}")) return Optional.of(heading);
        return heading.equals("confidence") ? Optional.of("score") : Optional.empty();
    }

    @Override
    public Object value(final String heading, final TableFile.Row row) {
        final double number = row.number(heading);
        return heading.endsWith("_r") ? number / HIGHEST : number;
    }

    @Override
    public boolean hasFace(final TableFile.Row row) {
        return row.needed("success") == 1;
    }

    @Override
    public double time(final TableFile.Row row, final double rate) {
        return row.needed("timestamp");
    }

    @Override
    public int frame(final TableFile.Row row, final double rate) {
        return (int) row.needed("frame");
    }

    /** Before version 2.0 there was one face. */
    @Override
    public Optional<String> person(final List<String> headings) {
        return headings.contains("face_id") ? Optional.of("face_id") : Optional.empty();
    }
}
