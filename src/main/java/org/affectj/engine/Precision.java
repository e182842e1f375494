package org.affectj.engine;

/** The arithmetic that a network runs in. */
public enum Precision {
    /**
     * {@link #FLOAT32} to predict: networks of our size weren't faster in 16 bits when measured, and numbers
     * are the same on every computer. {@link #BFLOAT16} to train on a CPU that computes it natively, which is
     * faster (bench/README.md).
     */
    AUTO("auto"),
    /** 32-bit floating point. */
    FLOAT32("float32"),
    /** 16-bit brain floating point for convolutions and matrix products, 32-bit sums. */
    BFLOAT16("bfloat16");

    private final String label;

    Precision(final String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
