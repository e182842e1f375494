package org.affectj.cluster;

import java.io.Serializable;

/**
 * A unit of work: an input, as it was when the work was planned.
 *
 * @param address where Hadoop finds it
 * @param size in bytes; {@link #MISSING} if there is none
 * @param modified when it was last written, in milliseconds since 1970
 * @param table name of its results, which no other input has
 */
record Source(String address, long size, long modified, String table) implements Serializable {

    /** The size of a file that isn't there. */
    static final long MISSING = -1;

    /** @return its last part */
    String name() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** @return the same input with this name for its results */
    Source named(final String other) {
        return new Source(address, size, modified, other);
    }
}
