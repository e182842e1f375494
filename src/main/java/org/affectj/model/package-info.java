/**
 * What a model is: the action units and expressions that it names, the predictions that it makes, the folder that it
 * ships in. May use the {@code engine} package, and sees no TensorFlow. Start reading at {@link
 * org.affectj.model.AffectModel}.
 */
package org.affectj.model;
