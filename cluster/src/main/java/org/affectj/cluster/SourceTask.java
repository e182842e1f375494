package org.affectj.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.affectj.batch.Batch;
import org.affectj.batch.Outcome;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Measures inputs in a process of Spark: each a batch of one, in the process's folder of temporary files. What is wrong
 * with an input becomes a problem, and never fails the task; what is wrong with the computer does, so that Spark tries
 * again elsewhere.
 */
final class SourceTask implements FlatMapFunction<ArrayList<Source>, Row> {

    private static final long serialVersionUID = 1L;

    private final Measurement measurement;
    private final FaceRows rows;
    private final SerializableConfiguration hadoop;
    private final Attempts attempts;
    private final CollectionAccumulator<Problem> problems;
    private final CollectionAccumulator<Source> postponed;

    /**
     * @param measurement how faces are measured
     * @param rows makes rows of tables
     * @param hadoop says how file systems are reached
     * @param attempts how long Spark tries
     * @param problems takes what went wrong
     * @param postponed takes the inputs of a group whose process failed or was lost, for tasks of their own
     */
    SourceTask(final Measurement measurement, final FaceRows rows, final SerializableConfiguration hadoop,
        final Attempts attempts, final CollectionAccumulator<Problem> problems,
        final CollectionAccumulator<Source> postponed)
    {
        this.measurement = measurement;
        this.rows = rows;
        this.hadoop = hadoop;
        this.attempts = attempts;
        this.problems = problems;
        this.postponed = postponed;
    }

    @Override
    public Iterator<Row> call(final ArrayList<Source> sources) throws IOException {
        final TaskContext task = TaskContext.get();
        if (sources.size() == 1) return measure(sources.get(0), task);
        if (task.attemptNumber() > 0) {
            sources.forEach(postponed::add); // one of them may be what ended the process
            return Collections.emptyIterator();
        }
        final List<Row> all = new ArrayList<>();
        for (final Source source : sources) measure(source, task).forEachRemaining(all::add);
        return all.iterator();
    }

    private Iterator<Row> measure(final Source source, final TaskContext task) throws IOException {
        final Optional<String> exhausted = attempts.exhausted(source, task);
        if (exhausted.isPresent()) return problem(source, Outcome.Status.FAILED, exhausted.get());
        final LocalInput input;
        try {
            input = LocalInput.of(source, hadoop.value(), task);
        } catch (final IOException e) {
            return problem(source, Outcome.Status.FAILED, attempts.unreachable(source, task, e));
        }
        return measure(input, task);
    }

    private Iterator<Row> measure(final LocalInput input, final TaskContext task) throws IOException {
        final Measurement.Opened opened = measurement.open();
        final Outcome outcome = new Batch(input.folder().resolve("results"), opened.settings(), true)
            .run(List.of(input.file()), opened.job(), new TaskProgress(task)).get(0);
        final Optional<String> message = outcome.problem().map(input::tell);
        message.ifPresent(text -> problem(input.source(), outcome.status(), text));
        return outcome.result().isEmpty() ? Collections.emptyIterator()
            : rows.read(outcome.result().get().files().get(0), input.source().table(), message, task);
    }

    private Iterator<Row> problem(final Source source, final Outcome.Status status, final String message) {
        problems.add(new Problem(source.address(), source.table(), status.toString(), message));
        return Collections.emptyIterator();
    }
}
