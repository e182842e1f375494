/**
 * The contract between AffectJ and a deep-learning engine: networks are SavedModels with named signatures over plain
 * {@link org.affectj.engine.Tensor}s. May use nothing of AffectJ but the root package; only this package knows how the
 * engine behind it is loaded. Start reading at {@link org.affectj.engine.Engine}.
 */
package org.affectj.engine;
