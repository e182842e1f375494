package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * s-Aff-Wild2, the set of the multi-task challenge (METHOD 7): text files of 16 fields, and aligned faces in a folder for
 * each video. A video is a subject. A row of which nothing is valid is left out.
 */
public final class ChallengeFaces implements DataSet {

    private static final Map<String, Split> FILES = files();
    private static final List<String> FOLDERS = List.of("cropped_aligned", "cropped_aligned_images");
    private static final int UNITS = ActionUnit.values().length;
    private static final int FIELDS = 4 + UNITS;

    private final Path folder;
    private final Path faces;
    private final Pictures pictures;

    /**
     * @param folder holds training_set_annotations.txt, validation_set_annotations.txt, perhaps
     *            test_set_annotations.txt, and cropped_aligned
     * @throws AffectException if it doesn't
     */
    public ChallengeFaces(final Path folder) {
        this.folder = folder;
        faces = FOLDERS.stream().map(folder::resolve).filter(Files::isDirectory).findFirst()
            .orElseThrow(() -> new AffectException("The folder " + folder
                + " holds no faces: its folder cropped_aligned is missing."));
        pictures = Pictures.in(faces);
        if (annotations().length == 0)
            throw new AffectException("The folder " + folder + " holds no annotations: "
                + String.join(", ", FILES.keySet()) + " are expected.");
    }

    private static Map<String, Split> files() {
        final Map<String, Split> files = new LinkedHashMap<>();
        files.put("training_set_annotations.txt", Split.TRAIN);
        files.put("validation_set_annotations.txt", Split.VALIDATION);
        files.put("test_set_annotations.txt", Split.TEST);
        return files;
    }

    private Path[] annotations() {
        return FILES.keySet().stream().map(folder::resolve).filter(Files::exists).toArray(Path[]::new);
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(annotations());
    }

    @Override
    public void forEach(final Consumer<FaceExample> visitor) {
        for (final Path file : annotations())
            read(file, FILES.get(file.getFileName().toString()), visitor);
    }

    private void read(final Path file, final Split split, final Consumer<FaceExample> visitor) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Table.skipByteOrderMark(in);
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank() || number == 1 && line.startsWith("image")) continue; // a header of 5 names
                final FaceExample face = new Row(file, number, line).face(split);
                if (face.labels().any()) visitor.accept(face);
            }
        } catch (final IOException e) {
            throw new AffectException("The annotations " + file + " can't be read: see that the file is whole.", e);
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

    /** One line: path, valence, arousal, expression, 12 action units. */
    private final class Row {

        private final Path file;
        private final long number;
        private final String[] cells;

        Row(final Path file, final long number, final String line) {
            this.file = file;
            this.number = number;
            cells = line.strip().replaceAll(",+$", "").split("\\s*,\\s*", -1);
            if (cells.length != FIELDS)
                throw error("has " + cells.length + " fields, " + FIELDS + " are expected");
        }

        FaceExample face(final Split split) {
            final Path image = Path.of(cells[0]);
            if (!Files.exists(faces.resolve(image)))
                throw error("names the picture " + cells[0] + ", which is missing from " + faces);
            final String video = image.getParent() == null ? cells[0] : image.getParent().toString();
            return FaceExample.aligned(cells[0], split, video, labels());
        }

        /** METHOD 3.4: a task is valid as a whole or not at all. */
        private Labels labels() {
            final float valence = (float) number(1, "valence", -5, -1, 1);
            final float arousal = (float) number(2, "arousal", -5, -1, 1);
            final int expression = whole(3, "expression", Expression.values().length - 1);
            final float[] units = new float[UNITS];
            boolean known = true;
            for (int i = 0; i < UNITS; i++) {
                units[i] = whole(4 + i, ActionUnit.values()[i].name(), 1);
                known &= units[i] >= 0;
            }
            final float[] weights = new float[UNITS];
            Arrays.fill(weights, known ? 1 : 0);
            final Optional<Expression> shown =
                expression < 0 ? Optional.empty() : Optional.of(Expression.values()[expression]);
            final boolean affect = valence > -5 && arousal > -5;
            return new Labels(shown.map(Labels::certain).orElseGet(() -> new float[Expression.values().length]),
                shown.isPresent() ? 1 : 0, shown, known ? units : new float[UNITS], weights, affect ? valence : 0,
                affect ? arousal : 0, affect ? 1 : 0);
        }

        private int whole(final int field, final String what, final int largest) {
            final double value = number(field, what, -1, 0, largest);
            if (value != Math.rint(value)) throw error(what + " is '" + cells[field] + "', a whole number is expected");
            return (int) value;
        }

        private double number(final int field, final String what, final double missing, final double from,
            final double to)
        {
            final double value;
            try {
                value = Double.parseDouble(cells[field]);
            } catch (final NumberFormatException e) {
                throw error(what + " is '" + cells[field] + "', a number is expected");
            }
            if (value != missing && !(value >= from && value <= to))
                throw error(what + " is " + cells[field] + ", outside of " + from + " to " + to + " and not " + missing);
            return value;
        }

        private AffectException error(final String what) {
            return new AffectException(file + ", line " + number + ": " + what + ".");
        }
    }
}
