/**
 * Results to look at in Fiji: a window with the charts and rows of a table, linked with the image that was analysed.
 * May use {@code chart}, {@code pipeline} and Swing; knows no command. Start reading at
 * {@link org.affectj.imagej.explorer.ExplorerWindow}.
 */
package org.affectj.imagej.explorer;
