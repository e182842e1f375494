package org.affectj.cluster;

import java.io.Serializable;

/**
 * Batches of faces whose features one task makes.
 *
 * @param file path of the file that holds them in the end
 * @param from number of the first batch
 * @param to number after the last batch
 */
record FeaturePart(String file, long from, long to) implements Serializable {
}
