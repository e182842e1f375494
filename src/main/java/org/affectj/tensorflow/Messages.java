package org.affectj.tensorflow;

/** What TensorFlow says of a problem, which may be pages. */
final class Messages {

    private static final int LONGEST = 200;

    private Messages() {
        // only a static function
    }

    /** @return the beginning of a problem's message, in one line */
    static String line(final Exception problem) {
        final String text = String.valueOf(problem.getMessage()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
