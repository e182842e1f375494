package org.affectj.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

import java.awt.GraphicsEnvironment;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Shows the images, tables and texts that AffectJ's commands put out in ImageJ's own windows, tables and texts under
 * the label of their output, in the order of the outputs. SciJava doesn't know ImageJ's tables, so would leave them
 * out. Where there is no screen, texts are left to SciJava, which logs them.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class OutputWindows extends AbstractPostprocessorPlugin {

    private static final int WIDTH = 700;
    private static final int HEIGHT = 400;

    /** An output that opens a window of its own. */
    public interface Window {

        /** Opens it; there is a screen. */
        void open();
    }

    /** A command whose outputs are shown in this way. */
    public interface Owner {
    }

    @Override
    public void process(final Module module) {
        if (!(module.getDelegateObject() instanceof Owner)) return;
        for (final ModuleItem<?> output : module.getInfo().outputs()) {
            final Object value = module.getOutput(output.getName());
            if (value == null || GraphicsEnvironment.isHeadless() && value instanceof String) continue;
            // a macro without a screen can go on with an image as well: ImageJ then keeps it among its hidden ones
            if (!GraphicsEnvironment.isHeadless() || IJ.isMacro() && value instanceof ImagePlus)
                show(value, output.getLabel());
            module.resolveOutput(output.getName());
        }
    }

    private static void show(final Object value, final String title) {
        if (value instanceof ResultsTable table) table.show(title);
        else if (value instanceof ImagePlus image) image.show();
        else if (value instanceof Window window) window.open();
        else new TextWindow(title, value.toString(), WIDTH, HEIGHT);
    }
}
