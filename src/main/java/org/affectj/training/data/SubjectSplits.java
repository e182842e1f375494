package org.affectj.training.data;

import java.util.HashMap;
import java.util.Map;

/** Sees to it that no person is in two splits. */
final class SubjectSplits {

    private record Seen(Split split, long line) {
    }

    private final Map<String, Seen> subjects = new HashMap<>();

    /** Takes in one row; throws an error that names both rows if the subject was in another split before. */
    void check(final String subject, final Split split, final Table.Row row) {
        final Seen before = subjects.putIfAbsent(subject, new Seen(split, row.line()));
        if (before != null && before.split != split)
            throw row.error("the subject '" + subject + "' is in the split " + split + " here and in " + before.split
                + " on line " + before.line + "; a person can be in one split only");
    }
}
