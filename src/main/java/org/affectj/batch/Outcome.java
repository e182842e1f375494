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
     */
    public record Result(int frames, int faces, List<Path> files) {
    }
}
