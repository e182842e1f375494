/**
 * Agreement between what a model or a person says and what is true: F1, concordance, P_MTL, kappa, intraclass
 * correlation, ranks, calibration, landmark error, and their intervals. May use {@code model} and {@code detect}; every
 * score accumulates in one pass. Start reading at {@link org.affectj.metrics.MultiTaskScore}.
 */
package org.affectj.metrics;
