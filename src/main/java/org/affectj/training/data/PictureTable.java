package org.affectj.training.data;

import java.nio.file.Path;

/** A data set of three files: NAME.csv with labels, NAME.zip with pictures, NAME_landmarks.csv.gz with points. */
abstract class PictureTable implements DataSet {

    private final Path table;
    private final Path landmarks;
    private final Path zip;
    private final DataFormat format;
    private final Pictures pictures;

    PictureTable(final Path folder, final DataFormat format) {
        this.format = format;
        final String name = format.toString();
        table = folder.resolve(name + ".csv");
        landmarks = folder.resolve(name + "_landmarks.csv.gz");
        zip = folder.resolve(name + ".zip");
        pictures = Pictures.in(zip);
    }

    abstract Labels labels(Table.Row row);

    abstract String subject(Table.Row row);

    @Override
    public DataFormat format() {
        return format;
    }

    @Override
    public String name() {
        return format.toString();
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(table, landmarks, zip);
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        try (Table rows = Table.open(table); LandmarkRows points = new LandmarkRows(landmarks)) {
            rows.forEach(visitor, row -> face(row, points.next(row.text("image"), row)));
        }
    }

    private FaceExample face(final Table.Row row, final LandmarkRows.Found found) {
        return new FaceExample(row.text("image"), row.where(), row.split(), subject(row), labels(row), found.box(),
            found.landmarks(), found.disagreement());
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }
}
