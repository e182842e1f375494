package org.affectj.metrics;

import java.util.function.ToDoubleFunction;

/**
 * A figure of a report.
 *
 * @param path its name, with those of the objects around it before points: {@code action_units.AU12.f1}
 * @param value reads it from scores; NaN where they don't have it
 */
public record Figure(String path, ToDoubleFunction<Agreement> value) {
}
