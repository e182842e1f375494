package org.affectj.imagej.menu;

import ij.IJ;

import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

/** Shows what SciJava commands say of their state in ImageJ's status bar. */
final class StatusBar {

    /** @param event text, steps done and steps in all; warnings are shown when the command has ended */
    @EventHandler
    private void onEvent(final StatusEvent event) {
        if (event.isWarning()) return;
        if (event.getStatusMessage() != null) IJ.showStatus(event.getStatusMessage());
        if (event.getProgressMaximum() > 0) IJ.showProgress(event.getProgressValue(), event.getProgressMaximum());
    }
}
