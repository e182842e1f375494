package org.affectj.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one input.
 *
 * @param input the file
 * @param name of its results, without their endings
 * @param state what the file was before it was read; empty if it couldn't be
 * @param status whether it is done
 * @param result what was written; empty if there is nothing
 * @param error why there is nothing, in a sentence; empty if there is a result
 * @param seconds how long it took
 * @param skipped whether an earlier run had done it, so that this one left it as it was
 */
public record Outcome(Path input, String name, Optional<InputState> state, Status status, Optional<Result> result,
    Optional<String> error, double seconds, boolean skipped) {

    /** How it ended. */
    public enum Status {
        /** All of it was read. */
        DONE,
        /** What could be read of it was. */
        DAMAGED,
        /** It was written to while it was read, so there is no result. */
        CHANGED,
        /** It couldn't be worked on. */
        FAILED;

        /** @return as tables have it: {@code done} */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was written for one input.
     *
     * @param frames number of frames
     * @param faces number of faces in all frames
     * @param rows number of rows of its table
     * @param files the files written, the table first
     * @param damage what of the input is missing or couldn't be read, in a sentence; empty if it is whole
     */
    public record Result(int frames, int faces, int rows, List<Path> files, Optional<String> damage) {
    }

    /** @return why it failed, or what of it couldn't be read, in a sentence; empty if all went well */
    public Optional<String> problem() {
        return error.or(() -> result.flatMap(Result::damage));
    }

    /** @return the same of an earlier run, which left nothing to do for the file that is now named so */
    Outcome skipped(final Path file) {
        return new Outcome(file, name, state, status, result, error, seconds, true);
    }
}
