package org.affectj.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.metrics.SubjectAgreement;

/**
 * What a model says of a data set, beside what is true.
 *
 * @param name of the data set
 * @param scores of its faces
 * @param leftOut how many rows of files don't count, by the reason
 * @param majority of its faces, those of which more than half of the judges agree; empty where nobody voted
 * @param cheekGrey right expressions by the brightness of the cheeks; empty where no pictures were seen
 */
public record EvaluatedSet(String name, SubjectAgreement scores, Map<String, Long> leftOut,
    Optional<SubjectAgreement> majority, List<CheekGrey.Level> cheekGrey) {
}
