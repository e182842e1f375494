package org.affectj.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.affectj.model.AffectModel;
import org.affectj.model.FaceCrop;
import org.affectj.model.Prediction;

/** Records on their way to a sink, held back until there are enough faces for the model to measure at once. */
final class PredictionQueue {

    /** Faces measured at once. */
    private static final int BATCH = 64;
    /** Records held back at most, where most frames have no face. */
    private static final int LIMIT = 256;

    private final AffectModel model;
    private final Consumer<FaceRecord> sink;
    private final List<FaceRecord> records = new ArrayList<>();
    private final List<FaceCrop> crops = new ArrayList<>();

    PredictionQueue(final AffectModel model, final Consumer<FaceRecord> sink) {
        this.model = model;
        this.sink = sink;
    }

    /** Adds a record that has nothing to measure. */
    void add(final FaceRecord record) {
        records.add(record);
        if (records.size() >= LIMIT) flush();
    }

    /** Adds a face to measure; {@code number} counts the faces of the frame from 1. */
    void add(final String source, final Frame frame, final int number, final FoundFace found) {
        crops.add(found.aligned().crop());
        add(new FaceRecord(source, frame.number(), frame.time(), number, FaceRecord.OK, Optional.of(found.face()),
            Optional.of(found.pose()), Optional.empty()));
        if (crops.size() >= BATCH) flush();
    }

    /** Measures what is held back and hands it on. */
    void flush() {
        final Iterator<Prediction> predictions =
            crops.isEmpty() ? List.<Prediction>of().iterator() : model.predict(crops).iterator();
        for (final FaceRecord record : records)
            sink.accept(record.face().isPresent() ? record.with(predictions.next()) : record);
        records.clear();
        crops.clear();
    }
}
