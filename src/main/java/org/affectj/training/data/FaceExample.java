package org.affectj.training.data;

import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.detect.FaceBox;
import org.affectj.detect.Landmarks;

/**
 * One face of a data set, before its picture is read.
 *
 * @param image the picture's name in its data set
 * @param where it is written, for messages: file and line
 * @param split what it is for
 * @param subject who it shows; the image's name where that isn't known
 * @param labels what is known of it
 * @param box where a detector saw the face, in pixels of the picture; empty where it saw none
 * @param landmarks its 68 points in pixels of the picture; empty where there are none
 * @param disagreement how far two networks disagree on the points, as a share of the distance of the eyes; 0 for exact
 *            points
 * @param aligned whether the picture is a face aligned to the 112 template already, at any resolution
 */
public record FaceExample(String image, String where, Split split, String subject, Labels labels,
    Optional<FaceBox> box, Optional<Landmarks> landmarks, double disagreement, boolean aligned) {

    /** A face in a picture, to be aligned. */
    public FaceExample(final String image, final String where, final Split split, final String subject,
        final Labels labels, final Optional<FaceBox> box, final Optional<Landmarks> landmarks,
        final double disagreement)
    {
        this(image, where, split, subject, labels, box, landmarks, disagreement, false);
    }

    /** @return a face that is aligned already */
    static FaceExample aligned(final String image, final String where, final Split split, final String subject,
        final Labels labels)
    {
        return new FaceExample(image, where, split, subject, labels, Optional.empty(), Optional.empty(), 0, true);
    }

    /** @return this face in another split */
    FaceExample in(final Split other) {
        return new FaceExample(image, where, other, subject, labels, box, landmarks, disagreement, aligned);
    }

    /** @return whether the set says who the face is of */
    public boolean knowsSubject() {
        return !subject.equals(image);
    }

    /** @return an error that names the place where the face is written */
    AffectException error(final String what) {
        return new AffectException(where + ": " + what + ".");
    }

    /** Points that disagree less are good to a few pixels: landmarks are learnt from them. */
    public static final double GOOD = 0.10;
    /** Points that disagree less will do for alignment. */
    public static final double USABLE = 0.15;

    /** @return the points, where they are good enough for alignment */
    public Optional<Landmarks> usableLandmarks() {
        return landmarks.filter(points -> disagreement < USABLE);
    }
}
