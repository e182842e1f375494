package org.affectj.training;

import java.nio.file.Path;
import java.util.List;

/**
 * Heads as they are used.
 *
 * @param weights prefix of the files that hold their weights
 * @param thresholds from which value each action unit counts as present, 12
 */
record HeadState(Path weights, List<Double> thresholds) {
}
