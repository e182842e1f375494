package org.affectj.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFile;

/**
 * Does one {@link Job} for many inputs. An input that fails or is damaged is noted, in {@code errors.csv} too; the
 * rest goes on. What is finished stands in the folder's {@code manifest.csv}, so that a batch that was killed goes on
 * where it stopped, and ends with the results of one that wasn't.
 */
public final class Batch {

    /** The most inputs at a time. */
    public static final int MOST_AT_ONCE = 64;

    private final OutputFolder folder;
    private final BatchSettings settings;
    private final boolean overwrite;
    private final Set<Path> results;

    /**
     * @param folder where results go; made when the batch runs if it doesn't exist
     * @param settings what decides the results
     * @param overwrite whether results of earlier runs are deleted; else they are kept, and inputs that are done
     *            skipped
     * @throws AffectException if the folder can't be written, or has results of other settings that aren't to be
     *            overwritten
     */
    public Batch(final Path folder, final BatchSettings settings, final boolean overwrite) {
        this.folder = new OutputFolder(folder);
        this.settings = settings;
        this.overwrite = overwrite;
        this.folder.check();
        final Manifest manifest = Manifest.read(folder);
        if (!overwrite) manifest.refuseOthers(settings);
        results = manifest.results();
    }

    /** @return whether a file was written by an earlier run, so is no input */
    public boolean isResult(final Path file) {
        return results.contains(file.toAbsolutePath().normalize());
    }

    /**
     * Where an input stands.
     *
     * @param input the file
     * @param output path of its results without their endings
     * @param isFinished whether an earlier run did it, so that nothing is left to do
     */
    public record Plan(Path input, Path output, boolean isFinished) {
    }

    /** @return what {@link #run} would do, in order; nothing is written */
    public List<Plan> plan(final List<Path> inputs) {
        final Manifest manifest = Manifest.read(folder.path());
        final List<String> names = OutputNames.of(inputs, overwrite ? Map.of() : manifest.names());
        final List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++)
            plans.add(new Plan(inputs.get(i), folder.path().resolve(names.get(i)),
                !overwrite && manifest.finished(inputs.get(i)).isPresent()));
        return plans;
    }

    /**
     * Works on one input at a time.
     *
     * @param inputs files, in the order in which they are worked on
     * @param job what to do for each
     * @param progress learns the inputs done
     * @return an outcome for each input, in the same order
     * @throws AffectException if results can no longer be written; those that are there are whole
     * @throws CancellationException if the work was cancelled; the next run goes on
     */
    public List<Outcome> run(final List<Path> inputs, final Job job, final Progress progress) {
        return run(inputs, job, 1, progress);
    }

    /**
     * @param inputs files, in the order in which they are begun
     * @param job what to do for each; safe for use by so many threads
     * @param atOnce how many inputs are worked on at a time, from 1 to {@link #MOST_AT_ONCE}; no result depends on it
     * @param progress learns the inputs done
     * @return an outcome for each input, in the same order
     * @throws AffectException if results can no longer be written; those that are there are whole
     * @throws CancellationException if the work was cancelled; the next run goes on
     */
    public List<Outcome> run(final List<Path> inputs, final Job job, final int atOnce, final Progress progress) {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) throw new AffectException("There can't be " + atOnce
            + " inputs worked on at a time: give 1 to " + MOST_AT_ONCE + ".");
        folder.make();
        try (Manifest manifest = Manifest.open(folder.path(), overwrite)) {
            manifest.refuseOthers(settings);
            final List<Outcome> outcomes;
            try (InputThreads threads = new InputThreads(atOnce, progress)) {
                outcomes = threads.run(work(inputs, job, manifest, threads));
            }
            progress.update(inputs.size(), inputs.size(), "done");
            folder.writeErrors(outcomes);
            job.finish(folder.path(), manifest.outcomes());
            return outcomes;
        }
    }

    private List<Supplier<Outcome>> work(final List<Path> inputs, final Job job, final Manifest manifest,
        final Progress progress)
    {
        final List<String> names = OutputNames.of(inputs, manifest.names());
        final AtomicInteger done = new AtomicInteger();
        return IntStream.range(0, inputs.size()).mapToObj(i -> (Supplier<Outcome>) () -> {
            final Path input = inputs.get(i);
            progress.update(done.get(), inputs.size(), input.toString());
            final Optional<Outcome> finished = manifest.finished(input);
            final Outcome outcome = finished.isPresent() ? finished.get().skipped(input)
                : run(input, names.get(i), job, manifest, new Part(progress, done, input, inputs.size()));
            done.incrementAndGet();
            return outcome;
        }).toList();
    }

    private Outcome run(final Path input, final String name, final Job job, final Manifest manifest,
        final Progress progress)
    {
        try {
            final Outcome outcome = new InputRun(input, name, folder).run(job, progress);
            manifest.add(outcome, settings);
            return outcome;
        } catch (final IOException | WholeFile.UnwritableException e) {
            throw folder.full(input, e);
        }
    }

    /** The progress of one input among many: the frames of an input are told in the message. */
    private record Part(Progress whole, AtomicInteger inputsDone, Path input, int inputs) implements Progress {

        @Override
        public void update(final long done, final long total, final String message) {
            final String frames = total > 1 ? ", frame " + done + " of " + total : "";
            whole.update(inputsDone.get(), inputs, input + frames);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }
}
