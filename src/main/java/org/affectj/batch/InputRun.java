package org.affectj.batch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;

/**
 * One input's turn: what goes wrong with it becomes its outcome.
 *
 * @param input the file
 * @param name of its results, without their endings
 * @param folder where they go
 */
record InputRun(Path input, String name, OutputFolder folder) {

    /**
     * @return what became of the input
     * @throws WholeFile.UnwritableException if nothing more can be written to the folder
     * @throws CancellationException if the work was cancelled
     */
    Outcome run(final Job job, final Progress progress) {
        final long start = System.nanoTime();
        Optional<InputState> state = Optional.empty();
        try {
            state = InputState.of(input);
            final Outcome.Result result = job.run(input, folder.path().resolve(name), progress);
            if (state.filter(before -> before.looksAs(input)).isPresent()) return done(state, result, start);
            result.files().forEach(folder::delete);
            return failed(state, Outcome.Status.CHANGED, "The file '" + input
                + "' was changed while it was read, so its results were left out: give the same command again when "
                + "nothing writes to it any more.", start);
        } catch (final WholeFile.UnwritableException e) {
            if (!folder.hasRoom()) throw e;
            return failed(state, Outcome.Status.FAILED, e.getMessage(), start);
        } catch (final AffectException e) {
            return failed(state, Outcome.Status.FAILED, e.getMessage(), start);
        } catch (final CancellationException e) {
            throw e;
        } catch (final RuntimeException e) {
            return failed(state, Outcome.Status.FAILED,
                "The file '" + input + "' met a defect of AffectJ, please report it: " + e, start);
        } catch (final OutOfMemoryError e) {
            return failed(state, Outcome.Status.FAILED, "The file '" + input + "' needs more memory than the "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB that Java may use: let it use more (-Xmx), or make "
                + "the picture smaller.", start);
        }
    }

    private Outcome done(final Optional<InputState> state, final Outcome.Result result, final long start) {
        return new Outcome(input, name, state,
            result.damage().isPresent() ? Outcome.Status.DAMAGED : Outcome.Status.DONE, Optional.of(result),
            Optional.empty(), seconds(start), false);
    }

    private Outcome failed(final Optional<InputState> state, final Outcome.Status status, final String error,
        final long start)
    {
        return new Outcome(input, name, state, status, Optional.empty(), Optional.of(error), seconds(start), false);
    }

    private static double seconds(final long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
