package org.affectj.training.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.affectj.AffectException;

/** Sees to it that no person is in two splits. Holds an entry a person; a face whose person isn't known is its own. */
final class SubjectSplits {

    private record Seen(Split split, String where) {
    }

    private final Map<String, Seen> subjects = new HashMap<>();

    /** Takes in one face; returns an error that names both places if its person was in another split before. */
    Optional<AffectException> conflict(final FaceExample face) {
        if (!face.knowsSubject()) return Optional.empty();
        final Seen before = subjects.putIfAbsent(face.subject(), new Seen(face.split(), face.where()));
        if (before == null || before.split == face.split()) return Optional.empty();
        return Optional.of(face.error("the subject '" + face.subject() + "' is in the split " + face.split()
            + " here and in " + before.split + " in " + before.where + "; a person can be in one split only"));
    }
}
