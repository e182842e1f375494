package org.affectj.imagej.menu;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.service.Service;

/** Tells ImageJ's macro recorder the inputs of a command, as {@link MacroValues} and Fiji read them. */
final class MacroRecording extends AbstractPostprocessorPlugin {

    @Override
    public void process(final Module module) {
        if (!Recorder.record) return;
        for (final ModuleItem<?> input : module.getInfo().inputs()) {
            final Object value = module.getInput(input.getName());
            if (value == null || input.getVisibility() != ItemVisibility.NORMAL || isSciJava(value)) continue;
            final String text = value instanceof ImagePlus image ? image.getTitle() : value.toString();
            Recorder.recordOption(input.getName(), escape(text));
        }
    }

    private static boolean isSciJava(final Object value) {
        return value instanceof Service || value instanceof Context;
    }

    /** For a string in a macro's source. */
    private static String escape(final String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
