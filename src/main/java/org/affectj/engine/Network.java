package org.affectj.engine;

import java.nio.file.Path;
import java.util.Map;

/**
 * A network loaded by an {@link Engine}: named functions (signatures of its SavedModel) over one set of variables.
 * Native memory is held until {@link #close()}. Calls from several threads run one after the other.
 */
public interface Network extends AutoCloseable {

    /** The signature that predicts. */
    String SERVE = "serving_default";

    /**
     * Runs one signature.
     *
     * @param signature its name
     * @param inputs a tensor for each of its inputs, by name
     * @return a tensor for each of its outputs, by name
     */
    Map<String, Tensor> call(String signature, Map<String, Tensor> inputs);

    /** Writes all variables to checkpoint files whose paths begin with {@code prefix}. */
    void save(Path prefix);

    /** Reads all variables from checkpoint files that {@link #save} wrote. */
    void restore(Path prefix);

    @Override
    void close();
}
