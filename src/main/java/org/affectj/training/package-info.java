/**
 * Learning from pictures: data sets, a cache of aligned crops, augmentation, the training loops, evaluation and model
 * cards. May use {@code metrics}, {@code align}, {@code detect}, {@code model} and {@code engine}. Start reading at
 * {@link org.affectj.training.DataSet}.
 */
package org.affectj.training;
