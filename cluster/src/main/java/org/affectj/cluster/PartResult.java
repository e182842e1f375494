package org.affectj.cluster;

import java.io.Serializable;

/**
 * What came of a part of a video, on its way to where the parts are joined: some megabytes.
 *
 * @param table its CSV table
 * @param sights where its faces are and how they look
 * @param damage what of the video couldn't be read; empty if nothing
 * @param problem why there is no result; empty if there is one
 */
record PartResult(byte[] table, byte[] sights, String damage, String problem) implements Serializable {

    static PartResult failed(final String problem) {
        return new PartResult(new byte[0], new byte[0], "", problem);
    }
}
