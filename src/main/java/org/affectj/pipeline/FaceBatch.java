package org.affectj.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.affectj.align.AlignedFace;
import org.affectj.model.AffectModel;
import org.affectj.model.FaceCrop;
import org.affectj.model.Prediction;

/** Collects faces until there are enough for the model to read at once, and hands all records on in order. */
final class FaceBatch {

    private final AffectModel model;
    private final int size;
    private final Consumer<FaceRecord> sink;
    private final List<FaceRecord> records = new ArrayList<>();
    private final List<FaceCrop> crops = new ArrayList<>();

    FaceBatch(final AffectModel model, final int size, final Consumer<FaceRecord> sink) {
        this.model = model;
        this.size = size;
        this.sink = sink;
    }

    /** Takes a record, with its crop if it is of a face; reads what waits as soon as the batch is full. */
    void add(final FaceRecord record, final Optional<AlignedFace> face) {
        records.add(record);
        face.map(AlignedFace::crop).ifPresent(crops::add);
        // records without a face wait only behind one with a face, and not without end
        if (crops.isEmpty() || crops.size() >= size || records.size() >= 4 * size) flush();
    }

    /** Reads all faces that wait. */
    void flush() {
        final Iterator<Prediction> predictions = (crops.isEmpty() ? List.<Prediction>of() : model.predict(crops))
            .iterator();
        for (final FaceRecord record : records)
            sink.accept(record.face().isPresent() ? record.with(predictions.next()) : record);
        records.clear();
        crops.clear();
    }
}
