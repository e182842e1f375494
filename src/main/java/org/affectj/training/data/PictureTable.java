package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A data set of three files: NAME.csv with labels, NAME.zip with pictures, NAME_landmarks.csv.gz with points. */
abstract class PictureTable implements DataSet {

    private final Path table;
    private final Path landmarks;
    private final Path zip;
    private final String name;
    private final Pictures pictures;

    PictureTable(final Path folder, final String name) {
        this.name = name;
        table = folder.resolve(name + ".csv");
        landmarks = folder.resolve(name + "_landmarks.csv.gz");
        zip = folder.resolve(name + ".zip");
        pictures = Pictures.in(zip);
    }

    abstract Labels labels(Table.Row row);

    abstract String subject(Table.Row row);

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(table, landmarks, zip);
    }

    @Override
    public void forEach(final Consumer<FaceExample> visitor) {
        try (Table rows = Table.open(table); LandmarkRows points = new LandmarkRows(landmarks)) {
            for (final Table.Row row : rows) {
                final String image = row.text("image");
                final LandmarkRows.Found found = points.next(image, row);
                visitor.accept(new FaceExample(image, row.split(), subject(row), labels(row), found.box(),
                    found.landmarks(), found.disagreement()));
            }
        }
    }

    @Override
    public BufferedImage picture(final String image) {
        return pictures.read(image);
    }

    @Override
    public void close() {
        pictures.close();
    }
}
