/**
 * Learning from pictures: augmentation, the training loops, evaluation and model
 * cards. May use {@code metrics}, {@code align}, {@code detect}, {@code model} and {@code engine}. Start reading at
 * {@link org.affectj.training.Trainer}.
 */
package org.affectj.training;
