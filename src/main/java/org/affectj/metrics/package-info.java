/**
 * Agreement between what a model says and what is true: F1, concordance, P_MTL, confusion, landmark error. May use
 * {@code model} and {@code detect}; every score accumulates in one pass. Start reading at
 * {@link org.affectj.metrics.MultiTaskScore}.
 */
package org.affectj.metrics;
