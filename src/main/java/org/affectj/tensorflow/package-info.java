/**
 * Networks, losses, optimisers and sessions in TensorFlow. The only package that imports {@code org.tensorflow} or
 * {@code ai.djl}; it is loaded by the {@code engine} package's isolated class loader, may use the {@code engine}
 * package, and nobody refers to it by name. Start reading at {@link org.affectj.tensorflow.TensorFlowEngine}.
 */
package org.affectj.tensorflow;
