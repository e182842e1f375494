package org.affectj.imagej.menu;

import ij.IJ;
import ij.plugin.PlugIn;

import java.awt.HeadlessException;

/**
 * A menu entry of plain ImageJ 1.x, named in plugins.config, that runs a SciJava command; where Java is too old for
 * AffectJ, it says so. Compiled for Java 8, so that an old Java can read it, and knows the rest by name only.
 */
public final class MenuCommand implements PlugIn {

    private static final int OLDEST = 17;
    private static final String RUN = "org.affectj.imagej.menu.CommandRun";

    /** @return whether AffectJ can run in this Java */
    static boolean isJavaNewEnough() {
        return Double.parseDouble(System.getProperty("java.specification.version")) >= OLDEST; // Java 8 says 1.8
    }

    /** @param command name of the command's class, as plugins.config gives it */
    @Override
    public void run(final String command) {
        if (isJavaNewEnough()) start(command);
        else refuse();
    }

    private static void start(final String command) {
        try {
            ((PlugIn) Class.forName(RUN).getConstructor().newInstance()).run(command);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("AffectJ's jar lacks " + RUN, e);
        }
    }

    private static void refuse() {
        final String sentence = "AffectJ needs Java " + OLDEST + " or newer, and this is Java "
            + System.getProperty("java.version") + ": use a current Fiji, which brings its own Java, "
            + "or start ImageJ with a newer one.";
        try {
            IJ.error("AffectJ", sentence);
        } catch (final HeadlessException e) {
            IJ.log(sentence); // ImageJ has stopped the macro, then found no screen for its dialog
        }
    }
}
