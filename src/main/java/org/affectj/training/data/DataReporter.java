package org.affectj.training.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.Progress;

/** Makes a {@link DataReport} of what it is shown. Looks a second time at a set in which something occurs twice. */
final class DataReporter implements FaceVisitor {

    private static final int EXAMPLES = 5;
    private static final int TOLD = 256;

    private final DataSet data;
    private final Progress progress;
    private final Map<Split, SplitTally> splits = new EnumMap<>(Split.class);
    private final Map<Mistake, Long> wrong = new EnumMap<>(Mistake.class);
    private final List<String> mistakes = new ArrayList<>();
    private final Repetitions images = new Repetitions();
    private final Repetitions pictures = new Repetitions();
    private long faces;
    private long unlabelled;
    private long faceless;

    DataReporter(final DataSet data, final Progress progress) {
        this.data = data;
        this.progress = progress;
        for (final Split split : Split.values())
            splits.put(split, new SplitTally());
    }

    @Override
    public void face(final FaceExample face) {
        splits.get(face.split()).add(face);
        images.add(Fingerprint.hash(face.image()));
        pictures.add(data.pictures().hash(face.image()));
        if (++faces % TOLD == 0) progress.update(faces, -1, "Looking through " + data.name());
        progress.throwIfCancelled();
    }

    @Override
    public void unlabelled() {
        unlabelled++;
    }

    @Override
    public void faceless() {
        faceless++;
    }

    @Override
    public void leftOut(final Mistake kind, final AffectException error) {
        wrong.merge(kind, 1L, Long::sum);
        if (mistakes.size() < EXAMPLES) mistakes.add(error.getMessage());
    }

    DataReport report() {
        images.find();
        pictures.find();
        final Twice twice = new Twice();
        if (pictures.any()) data.forEach(twice); // a picture that is named twice is the same twice
        final Map<String, DataReport.OfSplit> reports = new LinkedHashMap<>();
        splits.forEach((split, tally) -> reports.put(split.toString(), tally.report()));
        final long invalid = wrong.getOrDefault(Mistake.INVALID, 0L);
        final long missing = wrong.getOrDefault(Mistake.MISSING_PICTURE, 0L);
        final long inTwoSplits = wrong.getOrDefault(Mistake.TWO_SPLITS, 0L);
        return new DataReport(data.name(), data.format().toString(), data.splitBy(),
            faces + unlabelled + faceless + invalid + missing + inTwoSplits, faces, unlabelled, faceless, invalid,
            missing, inTwoSplits, mistakes, twice.again.repeated(), twice.copies.repeated(), twice.across.repeated(),
            reports);
    }

    /** Counts what occurs twice, and names the first of it. */
    private final class Twice implements FaceVisitor {

        private final Examples again = new Examples();
        private final Examples copies = new Examples();
        private final Examples across = new Examples();
        private final Map<Long, FaceExample> firstOfImage = new LinkedHashMap<>();
        private final Map<Long, FaceExample> firstOfPicture = new LinkedHashMap<>();
        private int place;

        @Override
        public void face(final FaceExample face) {
            final FaceExample named =
                images.isRepeated(place) ? firstOfImage.putIfAbsent(images.hash(place), face) : null;
            final FaceExample same =
                pictures.isRepeated(place) ? firstOfPicture.putIfAbsent(pictures.hash(place), face) : null;
            if (named != null) again.add(named, face);
            else if (same != null) copies.add(same, face);
            if (same != null && same.split() != face.split()) across.add(same, face);
            place++;
        }

        @Override
        public void leftOut(final Mistake kind, final AffectException error) {
            // was counted before
        }
    }

    private static final class Examples {

        private final List<String> texts = new ArrayList<>();
        private long count;

        void add(final FaceExample first, final FaceExample second) {
            count++;
            if (texts.size() < EXAMPLES) texts.add(text(first) + " and " + text(second));
        }

        private static String text(final FaceExample face) {
            return face.image() + " (" + face.split() + "; " + face.where() + ")";
        }

        DataReport.Repeated repeated() {
            return new DataReport.Repeated(count, texts);
        }
    }
}
