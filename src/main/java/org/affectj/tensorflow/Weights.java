package org.affectj.tensorflow;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Where a network's numbers come from, by name: variables, constants, or values derived from them. */
interface Weights {

    /**
     * @param name unique in the network: {@code va/weight}
     * @param shape its shape
     * @param initial its value before training
     * @return the weight
     */
    Operand<TFloat32> get(String name, Shape shape, Initial initial);

    /** @return whether batch norms have been folded into the convolutions before them */
    default boolean folded() {
        return false;
    }
}
