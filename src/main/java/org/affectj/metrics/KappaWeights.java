package org.affectj.metrics;

/** How much a wrong answer counts in Cohen's kappa, by its distance from the truth (Cohen 1968). */
public enum KappaWeights {
    /** Every wrong answer counts the same: for classes without an order. */
    NONE {

        @Override
        double of(final int distance) {
            return distance == 0 ? 0 : 1;
        }
    },
    /** An answer counts by how many classes it is off: for ordered classes such as intensities A to E. */
    LINEAR {

        @Override
        double of(final int distance) {
            return Math.abs(distance);
        }
    },
    /** An answer counts by the square of that. */
    QUADRATIC {

        @Override
        double of(final int distance) {
            return (double) distance * distance;
        }
    };

    /** @return the weight of an answer that is {@code distance} classes off */
    abstract double of(int distance);
}
