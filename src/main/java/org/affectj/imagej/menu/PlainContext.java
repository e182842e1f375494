package org.affectj.imagej.menu;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.event.EventService;
import org.scijava.module.process.LoadInputsPreprocessor;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.module.process.SaveInputsPreprocessor;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.service.Service;
import org.scijava.ui.UIService;

/** The SciJava context of a plain ImageJ 1.x, made when the first command runs. */
final class PlainContext {

    private final Context context = new Context();
    private final StatusBar statusBar = new StatusBar();

    private PlainContext() {
        service(UIService.class).setHeadless(true); // windows and dialogs are ImageJ's
        service(EventService.class).subscribe(statusBar);
    }

    /** @return the one context of this process */
    static PlainContext get() {
        return Holder.INSTANCE;
    }

    <S extends Service> S service(final Class<S> type) {
        return context.service(type);
    }

    /**
     * What fills the inputs of a command: SciJava's own preprocessors, and those that ask ImageJ. A macro neither sees
     * nor changes what was chosen last. Call it on the thread that ImageJ runs the plugin on, which macro options and
     * images belong to.
     */
    List<PreprocessorPlugin> preprocessors() {
        final String options = Macro.getOptions();
        final boolean macro = options != null || IJ.isMacro() && GraphicsEnvironment.isHeadless();
        final List<PreprocessorPlugin> all = new ArrayList<>();
        for (final PreprocessorPlugin plugin : standard(PreprocessorPlugin.class)) {
            if (macro && plugin instanceof SaveInputsPreprocessor) continue;
            if (plugin instanceof LoadInputsPreprocessor) {
                if (macro) all.add(new MacroValues(options == null ? "" : options));
                all.add(new ActiveImage(WindowManager.getCurrentImage()));
                all.add(plugin);
                if (!GraphicsEnvironment.isHeadless()) all.add(new InputDialog());
            }
            else all.add(plugin);
        }
        all.forEach(this::inject);
        return all;
    }

    /** What happens after a command: windows for its outputs, and a line in the macro recorder. */
    List<PostprocessorPlugin> postprocessors() {
        final List<PostprocessorPlugin> all = standard(PostprocessorPlugin.class);
        if (!IJ.isMacro()) all.add(new MacroRecording());
        return all;
    }

    private <P extends SciJavaPlugin> List<P> standard(final Class<P> type) {
        return new ArrayList<>(service(PluginService.class).createInstancesOfType(type));
    }

    private void inject(final PreprocessorPlugin plugin) {
        if (plugin.getContext() == null) plugin.setContext(context);
    }

    private static final class Holder {
        static final PlainContext INSTANCE = new PlainContext();
    }
}
