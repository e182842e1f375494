package org.affectj.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.affectj.AffectException;
import org.affectj.batch.Outcome;
import org.affectj.pipeline.PartTables;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CollectionAccumulator;

import scala.Tuple2;

/** Joins the parts of one video, which come one after the other, to its rows. Memory holds one of them. */
final class JoinTask implements FlatMapFunction<Iterator<Tuple2<SourcePart, PartResult>>, Row> {

    private static final long serialVersionUID = 1L;

    private final Measurement measurement;
    private final FaceRows rows;
    private final CollectionAccumulator<Problem> problems;

    /**
     * @param measurement how faces were measured
     * @param rows makes rows of tables
     * @param problems takes what went wrong
     */
    JoinTask(final Measurement measurement, final FaceRows rows, final CollectionAccumulator<Problem> problems) {
        this.measurement = measurement;
        this.rows = rows;
        this.problems = problems;
    }

    @Override
    public Iterator<Row> call(final Iterator<Tuple2<SourcePart, PartResult>> results) throws IOException {
        final TaskContext task = TaskContext.get();
        final Path folder = LocalInput.temporary(task);
        final List<PartTables.Part> parts = new ArrayList<>();
        final Set<String> damage = new LinkedHashSet<>();
        Source source = null;
        while (results.hasNext()) {
            final Tuple2<SourcePart, PartResult> next = results.next();
            source = next._1.source();
            if (!next._2.problem().isEmpty()) return problem(source, Outcome.Status.FAILED, next._2.problem());
            if (!next._2.damage().isEmpty()) damage.add(next._2.damage());
            parts.add(keep(next._2, folder, parts.size()));
        }
        final Path table = folder.resolve("table.csv");
        try {
            PartTables.join(parts, measurement.options().tracking(), table, new TaskProgress(task));
        } catch (final AffectException e) {
            return problem(source, Outcome.Status.FAILED, e.getMessage());
        }
        final Optional<String> message = damage.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", damage));
        if (message.isPresent()) problem(source, Outcome.Status.DAMAGED, message.get());
        return rows.read(table, source.table(), message, task);
    }

    private static PartTables.Part keep(final PartResult result, final Path folder, final int number)
        throws IOException
    {
        return new PartTables.Part(Files.write(folder.resolve(number + ".csv"), result.table()),
            Files.write(folder.resolve(number + ".sights"), result.sights()));
    }

    private Iterator<Row> problem(final Source source, final Outcome.Status status, final String message) {
        problems.add(new Problem(source.address(), source.table(), status.toString(), message));
        return Collections.emptyIterator();
    }
}
