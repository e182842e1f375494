package org.affectj.batch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;

/** Does one {@link Job} for many inputs. An input that fails or is
 * damaged is noted, in {@code errors.csv} too; the rest goes on. */
public final class Batch {

    private final Path folder;

    /**
     * @param folder where results go; made if it doesn't exist
     * @throws AffectException if it can't be written
     */
    public Batch(final Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        if (!Files.isWritable(folder)) throw unwritable(null);
    }

    /**
     * @param inputs files, in the order in which they are worked on
     * @param job what to do for each
     * @param progress learns the inputs done
     * @return an outcome for each input, in the same order
     */
    public List<Outcome> run(final List<Path> inputs, final Job job, final Progress progress) {
        final List<String> names = OutputNames.of(inputs);
        final List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            progress.throwIfCancelled();
            progress.update(i, inputs.size(), inputs.get(i).toString());
            outcomes.add(run(inputs.get(i), folder.resolve(names.get(i)), job, new Part(progress, i, inputs)));
        }
        progress.update(inputs.size(), inputs.size(), "done");
        writeErrors(outcomes);
        return outcomes;
    }

    private static Outcome run(final Path input, final Path output, final Job job, final Progress progress) {
        final long start = System.nanoTime();
        Optional<Outcome.Result> result = Optional.empty();
        Optional<String> error = Optional.empty();
        try {
            result = Optional.of(job.run(input, output, progress));
        } catch (final CancellationException e) {
            throw e;
        } catch (final AffectException e) {
            error = Optional.of(e.getMessage());
        } catch (final RuntimeException e) {
            error = Optional.of("The file '" + input + "' met a defect of AffectJ, please report it: " + e);
        }
        return new Outcome(input, result, error, (System.nanoTime() - start) / 1e9);
    }

    private void writeErrors(final List<Outcome> outcomes) {
        final Path file = folder.resolve("errors.csv");
        final List<Outcome> failed = outcomes.stream().filter(o -> o.problem().isPresent()).toList();
        if (failed.isEmpty()) delete(file);
        else WholeFile.write(file, part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(part);
                CSVPrinter csv = new CSVPrinter(writer, CsvResults.FORMAT)) {
                csv.printRecord("input", "error");
                for (final Outcome outcome : failed) csv.printRecord(outcome.input(), outcome.problem().get());
            }
        });
    }

    /** Removes the errors of an earlier run. */
    private void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private AffectException unwritable(final IOException cause) {
        return new AffectException("The output folder '" + folder + "' can't be written: choose another one.", cause);
    }

    /** The progress of one input among many: the frames of an input are told in the message. */
    private record Part(Progress whole, int index, List<Path> inputs) implements Progress {

        @Override
        public void update(final long done, final long total, final String message) {
            final String frames = total > 1 ? ", frame " + done + " of " + total : "";
            whole.update(index, inputs.size(), inputs.get(index) + frames);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
