package org.affectj.command;

import ij.IJ;

import org.affectj.Progress;
import org.affectj.model.Diagnosis;
import org.affectj.pipeline.SpeedCheck;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells versions, devices, models and folders: what to look at, and to send along, when something doesn't work. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > About AffectJ")
public final class AboutAffectJ extends AffectCommand {

    @Parameter(type = ItemIO.OUTPUT, label = "About AffectJ")
    private String report;

    @Override
    void perform(final Progress progress) {
        progress.update(0, -1, "Measuring the sample portrait");
        report = Diagnosis.run().with("ImageJ", IJ.getFullVersion()).with("Speed", SpeedCheck.run()).toString();
    }
}
