package org.affectj.analysis;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.affectj.AffectException;

/**
 * Which person of a study a face is. Without a table, each recording has one: who leaves and comes back has several
 * tracks, and counting tracks would make one person many.
 */
public final class Subjects {

    /** Each recording has its own subject. */
    public static final Subjects BY_SOURCE = new Subjects(Map.of());

    private final Map<String, String> subjects;

    private Subjects(final Map<String, String> subjects) {
        this.subjects = subjects;
    }

    /**
     * @param table a CSV file with the columns {@code source}, {@code subject} and, where a recording shows several
     *            people, {@code track}
     * @return what it says
     * @throws AffectException if the file isn't such a table
     */
    public static Subjects read(final Path table) {
        final Map<String, String> subjects = new HashMap<>();
        try (TableFile file = TableFile.open(table)) {
            file.require("source");
            file.require("subject");
            for (final TableFile.Row row : file)
                subjects.put(key(row.text("source"), row.text("track")), row.text("subject"));
        }
        return new Subjects(subjects);
    }

    private static String key(final String source, final String track) {
        return source + '\n' + track;
    }

    /**
     * @return the subject
     * @throws AffectException if there is a table, and it doesn't know this face
     */
    public String of(final Identity identity) {
        if (subjects.isEmpty()) return identity.source();
        final String subject = subjects.getOrDefault(key(identity.source(), Integer.toString(identity.track())),
            subjects.get(key(identity.source(), "")));
        if (subject == null)
            throw new AffectException("The table of subjects doesn't say who " + identity + " is: add a row for it.");
        return subject;
    }
}
