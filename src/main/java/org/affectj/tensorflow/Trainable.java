package org.affectj.tensorflow;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A network with its losses, whose inputs are placeholders of one graph. */
interface Trainable {

    /**
     * A way to train it.
     *
     * @param signature name of the signature that makes one step
     * @param trained the weights that are trained, by name; the others stay as they are
     * @param moving the layers in training mode, by name, with dropout and batch statistics; the others predict
     */
    record Stage(String signature, Predicate<String> trained, Predicate<String> moving) {}

    /** The name of the loss that is made small, among those of {@link #losses}. */
    String LOSS = "loss";

    /** @return what predicting needs, by name */
    Map<String, Operand<?>> inputs();

    /** @return what training needs besides, by name */
    Map<String, Operand<?>> targets();

    /** @return what is predicted, by name */
    Map<String, Operand<?>> predict(Pass pass);

    /** @return losses of one batch by name, with {@link #LOSS} among them */
    Map<String, Operand<TFloat32>> losses(Pass pass, Stage stage);

    /** @return the ways to train it */
    List<Stage> stages();
}
