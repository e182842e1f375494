package org.affectj.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.affectj.AffectException;

/**
 * Aff-Wild2 as the challenges' three tracks annotate it (METHOD 8.1): for each track a folder, in it {@code Train_Set}
 * and {@code Validation_Set}, in them a text file for each video. What the tracks say of a frame is put together. A
 * frame is in the split of its video; a video is a subject. Frames without a picture are those in which no face was
 * found.
 */
public final class ChallengeVideos implements DataSet {

    private static final Map<String, Split> SPLITS = new TreeMap<>(
        Map.of("Train_Set", Split.TRAIN, "Training_Set", Split.TRAIN, "Validation_Set", Split.VALIDATION));
    private static final String ENDING = ".txt";

    private final Path folder;
    private final Path faces;
    private final Pictures pictures;

    /** A track's file of a video. */
    private record Annotated(Track track, Split split, Path file) {
    }

    /**
     * @param folder holds the tracks' folders, one at least, and cropped_aligned
     * @throws AffectException if it doesn't
     */
    public ChallengeVideos(final Path folder) {
        this.folder = folder;
        faces = ChallengeFaces.faces(folder);
        pictures = Pictures.in(faces);
        if (videos().isEmpty())
            throw new AffectException("The folder " + folder + " holds no annotations: text files are expected in "
                + "Train_Set and Validation_Set of " + String.join(", ", Stream.of(Track.values())
                    .map(track -> track.folders().get(0)).toList()) + ".");
    }

    /** @return the files of each video, by its name */
    private Map<String, List<Annotated>> videos() {
        final Map<String, List<Annotated>> videos = new TreeMap<>();
        for (final Track track : Track.values())
            for (final String name : track.folders())
                SPLITS.forEach((set, split) -> texts(folder.resolve(name).resolve(set)).forEach(
                    file -> videos.computeIfAbsent(video(file), key -> new ArrayList<>())
                        .add(new Annotated(track, split, file))));
        return videos;
    }

    private static List<Path> texts(final Path set) {
        if (!Files.isDirectory(set)) return List.of();
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (final IOException e) {
            throw new AffectException("The folder " + set + " can't be read: see that it may be opened.", e);
        }
    }

    private static String video(final Path file) {
        final String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    @Override
    public DataFormat format() {
        return DataFormat.AFFWILD2;
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    @Override
    public String fingerprint() {
        return Fingerprint.of(videos().values().stream().flatMap(List::stream).map(Annotated::file).sorted()
            .toArray(Path[]::new));
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        videos().forEach((video, files) -> {
            final Optional<AffectException> conflict = conflict(video, files);
            if (conflict.isPresent()) visitor.mistake(Mistake.TWO_SPLITS, conflict.get());
            else if (!Files.isDirectory(faces.resolve(video))) visitor.mistake(Mistake.MISSING_PICTURE,
                new AffectException(files.get(0).file + ": the folder " + faces.resolve(video)
                    + " with the faces of this video is missing."));
            else read(video, files, visitor);
        });
    }

    /** METHOD 7.2: no video is both in training and in validation: it would be learnt from and tested on. */
    private static Optional<AffectException> conflict(final String video, final List<Annotated> files) {
        final Annotated first = files.get(0);
        for (int i = 1; i < files.size(); i++) {
            final Annotated other = files.get(i);
            if (other.split != first.split)
                return Optional.of(new AffectException("The video '" + video + "' is in the split " + first.split
                    + " by " + first.file + " and in " + other.split + " by " + other.file
                    + ": remove one of the two files."));
            for (final Annotated before : files.subList(0, i))
                if (before.track == other.track)
                    return Optional.of(new AffectException("The video '" + video + "' is annotated twice, by "
                        + before.file + " and by " + other.file + ": remove one of the two files."));
        }
        return Optional.empty();
    }

    private void read(final String video, final List<Annotated> files, final FaceVisitor visitor) {
        final List<TrackFile> open = new ArrayList<>();
        try {
            files.forEach(file -> open.add(new TrackFile(file.track, file.file)));
            int frame = 1;
            for (Map<TrackFile, ChallengeRow> rows = next(open); !rows.isEmpty(); rows = next(open))
                read(rows, String.format(Locale.ROOT, "%s/%05d.jpg", video, frame++), video, files.get(0).split,
                    visitor);
        } finally {
            open.forEach(TrackFile::close);
        }
    }

    /** @return the next frame's rows; one track may end before another */
    private static Map<TrackFile, ChallengeRow> next(final List<TrackFile> files) {
        final Map<TrackFile, ChallengeRow> rows = new LinkedHashMap<>();
        files.forEach(file -> file.next().ifPresent(row -> rows.put(file, row)));
        return rows;
    }

    private void read(final Map<TrackFile, ChallengeRow> rows, final String image, final String video,
        final Split split, final FaceVisitor visitor)
    {
        final ChallengeLabels labels = new ChallengeLabels();
        try {
            rows.forEach((file, row) -> file.read(row, labels));
        } catch (final AffectException mistake) {
            visitor.mistake(Mistake.INVALID, mistake);
            return;
        }
        final FaceExample face = FaceExample.aligned(image, rows.values().iterator().next().where(), split, video,
            labels.labels());
        if (face.labels().any() && !pictures.has(image)) visitor.faceless();
        else visitor.face(face);
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }
}
