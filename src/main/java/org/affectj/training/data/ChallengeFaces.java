package org.affectj.training.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.affectj.AffectException;
import org.affectj.ByteOrderMark;
import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;

/**
 * s-Aff-Wild2, the set of the multi-task challenge (METHOD 7): text files of 16 fields, and aligned faces in a folder
 * for each video. A video is a subject.
 */
public final class ChallengeFaces implements DataSet {

    private static final Map<String, Split> FILES = files();
    private static final List<String> FOLDERS = List.of("cropped_aligned", "cropped_aligned_images");
    private static final int FIELDS = 4 + ActionUnit.values().length;

    private final Path folder;
    private final Pictures pictures;

    /**
     * @param folder holds training_set_annotations.txt, validation_set_annotations.txt, perhaps
     *            test_set_annotations.txt, and cropped_aligned
     * @throws AffectException if it doesn't
     */
    public ChallengeFaces(final Path folder) {
        this.folder = folder;
        pictures = Pictures.in(faces(folder));
        if (annotations().length == 0)
            throw new AffectException("The folder " + folder + " holds no annotations: "
                + String.join(", ", FILES.keySet()) + " are expected.");
    }

    /** @return the folder with a folder of aligned faces for each video */
    static Path faces(final Path folder) {
        return FOLDERS.stream().map(folder::resolve).filter(Files::isDirectory).findFirst()
            .orElseThrow(() -> new AffectException("The folder " + folder
                + " holds no faces: its folder cropped_aligned is missing."));
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
    public DataFormat format() {
        return DataFormat.SAFFWILD2;
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
    public void forEach(final FaceVisitor visitor) {
        for (final Path file : annotations())
            forEachRow(file, row -> read(row, FILES.get(file.getFileName().toString()), visitor));
    }

    /** Reads the rows of a file, whatever they hold. */
    static void forEachRow(final Path file, final Consumer<ChallengeRow> visitor) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            ByteOrderMark.skip(in);
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank() || number == 1 && line.startsWith("image")) continue; // a header of 5 names
                visitor.accept(new ChallengeRow(file, number, line));
            }
        } catch (final IOException e) {
            throw new AffectException("The annotations " + file + " can't be read: see that the file is whole.", e);
        }
    }

    private static void read(final ChallengeRow row, final Split split, final FaceVisitor visitor) {
        final FaceExample face;
        try {
            face = face(row, split);
        } catch (final AffectException mistake) {
            visitor.mistake(Mistake.INVALID, mistake);
            return;
        }
        visitor.face(face);
    }

    /** @return the face of a row of 16 fields */
    static FaceExample face(final ChallengeRow row, final Split split) {
        row.of(FIELDS);
        final ChallengeLabels labels = new ChallengeLabels();
        labels.readAffect(row, 1);
        labels.readExpression(row, 3, Expression.values().length);
        labels.readActionUnits(row, 4, ChallengeLabels.UNITS);
        final String image = row.text(0);
        final String video = image.contains("/") ? image.substring(0, image.lastIndexOf('/')) : image;
        return FaceExample.aligned(image, row.where(), split, video, labels.labels());
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }
}
