/**
 * What scientists do with the tables of faces: time series of a face's measures, smoothed and corrected, the
 * events in them, epochs of stimuli and groups; synchrony of two people; agreement of two tables. May use
 * {@code metrics}, {@code pipeline} and what lies below them; sees neither pixels nor networks. Start reading
 * at {@link org.affectj.analysis.Recording}.
 */
package org.affectj.analysis;
