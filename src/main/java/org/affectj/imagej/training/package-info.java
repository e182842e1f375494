/**
 * Trainings to look at in Fiji: a window with curves and pictures. May use {@code chart}, {@code training} and Swing;
 * knows no command. Start reading at {@link org.affectj.imagej.training.TrainingWindow}.
 */
package org.affectj.imagej.training;
