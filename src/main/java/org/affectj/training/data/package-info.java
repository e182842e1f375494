/**
 * Data sets of faces with labels: their formats, their splits, and the crops that are cut out of them. May use
 * {@code align}, {@code detect}, {@code metrics} and {@code model}; holds one face at a time. Start reading at
 * {@link org.affectj.training.data.DataSet}.
 */
package org.affectj.training.data;
