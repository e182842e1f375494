package org.affectj.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one input.
 *
 * @param input the file
 * @param result what was written; empty if it failed
 * @param error why it failed, in a sentence; empty if it didn't
 * @param seconds how long it took
 */
public record Outcome(Path input, Optional<Result> result, Optional<String> error, double seconds) {

    /**
     * What was written for one input.
     *
     * @param frames number of frames
     * @param faces number of faces in all frames
     * @param files the files written
     * @param damage what of the input is missing or couldn't be read, in a sentence; empty if it is whole
     */
    public record Result(int frames, int faces, List<Path> files, Optional<String> damage) {
    }

    /** @return why it failed, or what of it couldn't be read, in a sentence; empty if all went well */
    public Optional<String> problem() {
        return error.or(() -> result.flatMap(Result::damage));
    }
}
