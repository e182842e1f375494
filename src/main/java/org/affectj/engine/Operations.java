package org.affectj.engine;

/**
 * What the operations of a network may do. A SavedModel is a program: some of TensorFlow's operations read and write
 * files or run scripts.
 */
public enum Operations {
    /** Arithmetic alone: all that a network needs to predict. */
    PREDICTING,
    /** Also variables that change and are kept in checkpoint files: what AffectJ's own networks need to be trained. */
    TRAINING,
    /** Whatever TensorFlow can do: for a network whose maker the user trusts. */
    ANY
}
