package org.affectj.model;

import java.util.List;

/**
 * A model that reads action units, expression, valence and arousal from aligned faces. Safe for use by several threads.
 */
public interface AffectModel extends AutoCloseable {

    /** @return what the model is, was trained on and promises */
    ModelDescription description();

    /**
     * @param faces crops of {@link ModelDescription#inputSize()}, aligned to its template; any number
     * @return one prediction a face, in the same order
     */
    List<Prediction> predict(List<FaceCrop> faces);

    @Override
    void close();
}
