package org.affectj.engine;

/** The arithmetic that a network runs in. */
public enum Precision {
    /** {@link #BFLOAT16} where the processor computes it natively, else {@link #FLOAT32}. */
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
