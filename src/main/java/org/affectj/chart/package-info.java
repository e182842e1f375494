/**
 * Charts as files, drawn without a screen, of trainings and results in windows too; and the folder of an
 * evaluation that holds them. May use {@code training} and what lies below it; only this package draws with
 * JFreeChart. Start reading at {@link org.affectj.chart.EvaluationFolder},
 * {@link org.affectj.chart.TrainingCurves} and {@link org.affectj.chart.ResultChartKind}.
 */
package org.affectj.chart;
