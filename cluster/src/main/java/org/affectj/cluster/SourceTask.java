package org.affectj.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.WholeFolder;
import org.affectj.batch.Batch;
import org.affectj.batch.Outcome;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Measures one input in a process of Spark: a batch of one, in the process's folder of temporary files. What is wrong
 * with the input becomes a problem, and never fails the task; what is wrong with the computer does, so that Spark tries
 * again elsewhere.
 */
final class SourceTask implements FlatMapFunction<Source, Row> {

    private static final long serialVersionUID = 1L;

    private final Measurement measurement;
    private final FaceRows rows;
    private final SerializableConfiguration hadoop;
    private final int attempts;
    private final CollectionAccumulator<Problem> problems;

    /**
     * @param measurement how faces are measured
     * @param rows makes rows of tables
     * @param hadoop says how file systems are reached
     * @param attempts how often Spark tries a task before it gives up the job
     * @param problems takes what went wrong
     */
    SourceTask(final Measurement measurement, final FaceRows rows, final SerializableConfiguration hadoop,
        final int attempts, final CollectionAccumulator<Problem> problems)
    {
        this.measurement = measurement;
        this.rows = rows;
        this.hadoop = hadoop;
        this.attempts = attempts;
        this.problems = problems;
    }

    @Override
    public Iterator<Row> call(final Source source) throws IOException {
        final TaskContext task = TaskContext.get();
        if (task.attemptNumber() > 0 && task.attemptNumber() >= attempts - 1)
            return problem(source, Outcome.Status.FAILED, "The input '" + source.address() + "' was begun "
                + task.attemptNumber() + " times, and each time the process that worked on it failed or was lost: look "
                + "at the logs of Spark's executors, give them more memory, or try the input alone.");
        final Path folder = Files.createTempDirectory("affectj-");
        task.addTaskCompletionListener((TaskCompletionListener) ended -> delete(folder));
        final Path file;
        try {
            file = local(source, folder);
        } catch (final IOException e) {
            if (task.attemptNumber() < attempts - 2) throw e;
            return problem(source, Outcome.Status.FAILED, "The input '" + source.address() + "' can't be read ("
                + e.getMessage() + "): see that it is there and that Spark's computers reach it.");
        }
        return measure(source, file, folder.resolve("results"), task);
    }

    private Iterator<Row> measure(final Source source, final Path file, final Path results, final TaskContext task)
        throws IOException
    {
        final Measurement.Opened opened = measurement.open();
        final Outcome outcome = new Batch(results, opened.settings(), true)
            .run(List.of(file), opened.job(), new TaskProgress(task)).get(0);
        final Optional<String> message =
            outcome.problem().map(text -> text.replace(file.toString(), shown(source, file)));
        message.ifPresent(text -> problem(source, outcome.status(), text));
        return outcome.result().isEmpty() ? Collections.emptyIterator()
            : rows.read(outcome.result().get().files().get(0), source.table(), message, task);
    }

    /** @return the input on this computer's disk: itself, or a copy */
    private Path local(final Source source, final Path folder) throws IOException {
        final org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(source.address());
        if ("file".equals(path.toUri().getScheme())) return Path.of(path.toUri().getPath());
        final FileSystem files = path.getFileSystem(hadoop.value());
        final FileStatus now = files.getFileStatus(path);
        if (now.getLen() != source.size() || now.getModificationTime() != source.modified())
            throw new IOException("it was changed since the work began");
        final Path copy = Files.createDirectory(folder.resolve("input")).resolve(path.getName());
        files.copyToLocalFile(false, path, new org.apache.hadoop.fs.Path(copy.toUri()), true);
        return copy;
    }

    /** Copies are told by their address, files as a batch tells them. */
    private static String shown(final Source source, final Path file) {
        return source.address().startsWith("file:") ? file.toString() : source.address();
    }

    private Iterator<Row> problem(final Source source, final Outcome.Status status, final String message) {
        problems.add(new Problem(source.address(), source.table(), status.toString(), message));
        return Collections.emptyIterator();
    }

    private static void delete(final Path folder) {
        try {
            WholeFolder.delete(folder);
        } catch (final IOException e) {
            throw new AffectException("The folder '" + folder + "' can't be deleted: see who holds its files.", e);
        }
    }

    /** Stops when Spark no longer wants the task. */
    private record TaskProgress(TaskContext task) implements Progress {

        @Override
        public void update(final long done, final long total, final String message) {
            // Spark tells of tasks, not of frames
        }

        @Override
        public boolean isCancelled() {
            return task.isInterrupted();
        }
    }
}
