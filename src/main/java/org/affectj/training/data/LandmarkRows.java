package org.affectj.training.data;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;

/** The rows of a {@code *_landmarks.csv.gz}, which follow their data set's table row by row. */
final class LandmarkRows implements AutoCloseable {

    private final Table table;
    private final Iterator<Table.Row> rows;

    /** What the file says of one picture. */
    record Found(Optional<FaceBox> box, Optional<Landmarks> landmarks, double disagreement) {
    }

    LandmarkRows(final Path file) {
        table = Table.open(file);
        rows = table.iterator();
    }

    /** The row for the next picture, which must be {@code image}. */
    Found next(final String image, final Table.Row asking) {
        if (!rows.hasNext()) throw asking.error("the table of landmarks ends before " + image);
        final Table.Row row = rows.next();
        if (!row.text("image").equals(image))
            throw row.error("landmarks of " + row.text("image") + " where those of " + image + " are expected");
        if (!row.has("box_x")) return new Found(Optional.empty(), Optional.empty(), 1);
        // Boxes count from the edge of the first pixel, OpenCV's from its centre: half a pixel, too little to matter.
        final FaceBox box = new FaceBox(row.number("box_x"), row.number("box_y"), row.number("box_w"),
            row.number("box_h"), 0, row.number("detector_score"));
        if (!row.has("disagreement")) return new Found(Optional.of(box), Optional.empty(), 1);
        return new Found(Optional.of(box), Optional.of(points(row)), row.number("disagreement"));
    }

    /** Columns l1x, l1y, … l68x, l68y. */
    static Landmarks points(final Table.Row row) {
        final double[] x = new double[Landmarks.COUNT];
        final double[] y = new double[Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            x[i] = row.number("l" + (i + 1) + "x");
            y[i] = row.number("l" + (i + 1) + "y");
        }
        return new Landmarks(x, y);
    }

    @Override
    public void close() {
        table.close();
    }
}
