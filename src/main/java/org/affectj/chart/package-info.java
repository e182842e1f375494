/**
 * Charts as PNG files, drawn without a screen, of trainings in windows too; and the folder of an evaluation that holds
 * them. May use {@code training} and what lies below it; only this package draws with JFreeChart. Start reading at
 * {@link org.affectj.chart.EvaluationFolder} and {@link org.affectj.chart.TrainingCurves}.
 */
package org.affectj.chart;
