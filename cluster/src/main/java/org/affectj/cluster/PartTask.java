package org.affectj.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.imagej.FrameFiles;
import org.affectj.pipeline.CsvResults;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.FrameSource;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.util.SerializableConfiguration;

import scala.Tuple2;

/** Measures a part of a video in a process of Spark. What is wrong with the video becomes the problem of the part. */
final class PartTask implements PairFunction<SourcePart, SourcePart, PartResult> {

    private static final long serialVersionUID = 1L;

    private final Measurement measurement;
    private final SerializableConfiguration hadoop;
    private final Attempts attempts;

    /**
     * @param measurement how faces are measured
     * @param hadoop says how file systems are reached
     * @param attempts how long Spark tries
     */
    PartTask(final Measurement measurement, final SerializableConfiguration hadoop, final Attempts attempts) {
        this.measurement = measurement;
        this.hadoop = hadoop;
        this.attempts = attempts;
    }

    @Override
    public Tuple2<SourcePart, PartResult> call(final SourcePart part) throws IOException {
        return new Tuple2<>(part, result(part, TaskContext.get()));
    }

    private PartResult result(final SourcePart part, final TaskContext task) throws IOException {
        final Optional<String> exhausted = attempts.exhausted(part.source(), task);
        if (exhausted.isPresent()) return PartResult.failed(exhausted.get());
        final LocalInput input;
        try {
            input = LocalInput.of(part.source(), hadoop.value(), task);
        } catch (final IOException e) {
            return PartResult.failed(attempts.unreachable(part.source(), task, e));
        }
        try {
            return measure(part, input, task);
        } catch (final AffectException e) {
            return PartResult.failed(input.tell(e.getMessage()));
        } catch (final CancellationException e) {
            throw e;
        } catch (final RuntimeException e) {
            return PartResult.failed(
                input.tell("The file '" + input.file() + "' met a defect of AffectJ, please report it: " + e));
        }
    }

    private PartResult measure(final SourcePart part, final LocalInput input, final TaskContext task)
        throws IOException
    {
        final Measurement.Opened opened = measurement.open();
        final Path table = input.folder().resolve("table.csv");
        final Path sights = input.folder().resolve("sights");
        final String damage;
        try (FrameSource whole = FrameSelection.of(FrameFiles.open(input.file()), measurement.frames());
            FrameSource frames = part.part().of(whole);
            CsvResults csv = new CsvResults(table, opened.analyzer().columns());
            OutputStream out = Files.newOutputStream(sights))
        {
            opened.analyzer().analyzePart(frames, out, csv::write, new TaskProgress(task));
            damage = frames.damage().map(input::tell).orElse("");
        }
        // parts that other tasks read before may be those of another video
        if (!LocalInput.isAsPlanned(part.source(), hadoop.value())) return PartResult.failed(input.tell("The file '"
            + input.file() + "' was changed while it was read, so its results were left out: give the same command "
            + "again when nothing writes to it any more."));
        return new PartResult(Files.readAllBytes(table), Files.readAllBytes(sights), damage, "");
    }
}
