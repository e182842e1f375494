package org.affectj.training.data;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.affectj.AffectException;

/**
 * A data set as training takes it: only labelled faces (or those to find landmarks in) whose pictures are there, and
 * nobody in two splits. Mistakes are errors, or are left out where that is wished.
 */
final class CheckedFaces implements DataSet {

    private final DataSet data;
    private final Set<Mistake> leftOut;
    private final Optional<Splits> splits;

    /**
     * @param data what is read
     * @param leftOut mistakes whose rows are left out instead of an error
     * @param splits the splits, where they aren't those of the data
     */
    CheckedFaces(final DataSet data, final Set<Mistake> leftOut, final Optional<Splits> splits) {
        this.data = data;
        this.leftOut = leftOut;
        this.splits = splits;
    }

    /** @return the same with other splits */
    CheckedFaces split(final Splits other) {
        return new CheckedFaces(data, leftOut, Optional.of(other));
    }

    @Override
    public DataFormat format() {
        return data.format();
    }

    @Override
    public String name() {
        return data.name();
    }

    @Override
    public String fingerprint() {
        return data.fingerprint() + leftOut.stream().sorted().toList() + splits.map(Splits::groups).orElseGet(Map::of);
    }

    @Override
    public String splitBy() {
        return splits.map(used -> used.by().toString()).orElseGet(data::splitBy);
    }

    @Override
    public Pictures pictures() {
        return data.pictures();
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        data.forEach(new Checks(visitor));
    }

    /** Stands between the reader and whoever takes its faces. */
    private final class Checks implements FaceVisitor {

        private final FaceVisitor visitor;
        private final SubjectSplits subjects = new SubjectSplits();

        Checks(final FaceVisitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void face(final FaceExample face) {
            check(splits.map(used -> face.in(used.of(face))).orElse(face));
        }

        private void check(final FaceExample face) {
            if (face.aligned() && !face.labels().any()) visitor.unlabelled();
            else if (!data.pictures().has(face.image()))
                mistake(Mistake.MISSING_PICTURE, face.error("the picture " + face.image() + " is missing from "
                    + data.pictures().source()));
            else conflict(face).ifPresentOrElse(error -> mistake(Mistake.TWO_SPLITS, error),
                () -> visitor.face(face));
        }

        /** Who splits by frame or video wants people in several splits. */
        private Optional<AffectException> conflict(final FaceExample face) {
            return splits.isPresent() && splits.get().by() != SplitBy.SUBJECT ? Optional.empty()
                : subjects.conflict(face);
        }

        @Override
        public void unlabelled() {
            visitor.unlabelled();
        }

        @Override
        public void faceless() {
            visitor.faceless();
        }

        @Override
        public void mistake(final Mistake kind, final AffectException error) {
            if (leftOut.contains(kind)) visitor.leftOut(kind, error);
            else visitor.mistake(kind, error);
        }
    }
}
