package org.affectj.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

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
     * @throws IllegalArgumentException if the network has no such signature, or that has other inputs
     * @throws org.affectj.AffectException if the device hasn't enough memory, or the network can't be run
     */
    Map<String, Tensor> call(String signature, Map<String, Tensor> inputs);

    /**
     * The signature that exchanges weights and their averages, where the specification asks for averages: once to
     * validate and save the averages, once more to train on.
     */
    String SWAP_AVERAGE = "swap_average";

    /** The signature that sets the averages to the weights as they are: after a partial restore, or for a new stage. */
    String START_AVERAGE = "start_average";

    /**
     * Writes all variables to checkpoint files whose paths begin with {@code prefix}.
     *
     * @throws org.affectj.AffectException if they can't be written
     */
    void save(Path prefix);

    /** Reads all variables from checkpoint files that {@link #save} wrote. */
    void restore(Path prefix);

    /**
     * Reads some variables from checkpoint files that {@link #save} wrote; the others stay as they are.
     *
     * @param prefix with which the files' paths begin; they hold all variables of this network
     * @param variables which, by name: {@code backbone/…}, {@code au/…}, {@code expression/…}, {@code attention/…},
     *            {@code valence_arousal/…}; what optimisers remember begins with the name of a training signature,
     *            averages with {@code average/}
     */
    void restore(Path prefix, Predicate<String> variables);

    @Override
    void close();
}
