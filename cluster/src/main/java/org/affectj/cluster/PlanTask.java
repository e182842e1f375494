package org.affectj.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.affectj.AffectException;
import org.affectj.pipeline.FramePart;
import org.affectj.video.VideoParts;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;

/** Cuts a video into parts, by Spark's processes, since that reads the file. */
final class PlanTask implements Function<Source, ArrayList<FramePart>> {

    private static final long serialVersionUID = 1L;

    private final Measurement measurement;
    private final int length;
    private final SerializableConfiguration hadoop;

    /**
     * @param measurement how faces are measured
     * @param length frames of a part, about
     * @param hadoop says how file systems are reached
     */
    PlanTask(final Measurement measurement, final int length, final SerializableConfiguration hadoop) {
        this.measurement = measurement;
        this.length = length;
        this.hadoop = hadoop;
    }

    @Override
    public ArrayList<FramePart> call(final Source source) {
        try {
            final LocalInput input = LocalInput.of(source, hadoop.value(), TaskContext.get());
            return new ArrayList<>(VideoParts.plan(input.file(), measurement.frames(), length,
                measurement.options().tracking()));
        } catch (final IOException | AffectException e) {
            return new ArrayList<>(List.of()); // the analysis of the whole will tell of it
        }
    }
}
