package org.affectj.imagej.menu;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import java.io.File;
import java.util.Optional;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/**
 * Fills inputs from the options of a macro: {@code run("Analyze Faces...", "landmarks=true csv=[/a b.csv]")}. Keys are
 * the names of the inputs in lower case, as Fiji has them. What the macro doesn't name keeps its default, never what
 * somebody chose last, so that a macro gives the same wherever it runs.
 */
final class MacroValues extends AbstractPreprocessorPlugin {

    private final String options;

    /** @param options the second argument of run() */
    MacroValues(final String options) {
        this.options = options;
    }

    @Override
    public void process(final Module module) {
        for (final ModuleItem<?> input : module.getInfo().inputs()) {
            final String text = Macro.getValue(options, input.getName(), null);
            if (text != null) set(module, input, text);
            else if (input.getType() != ImagePlus.class) module.resolveInput(input.getName());
        }
    }

    private void set(final Module module, final ModuleItem<?> input, final String text) {
        final Optional<Object> value = value(input.getType(), text);
        if (value.isPresent()) module.setInput(input.getName(), value.get());
        else cancel(input.getType() == ImagePlus.class
            ? "The macro names the image '" + text + "', which isn't open: open it first."
            : "The macro's value '" + text + "' for '" + Macro.trimKey(input.getName()) + "' can't be used: give "
                + (input.getType() == boolean.class ? "true or false." : "a number."));
        module.resolveInput(input.getName());
    }

    private static Optional<Object> value(final Class<?> type, final String text) {
        if (type == ImagePlus.class) return Optional.ofNullable(WindowManager.getImage(text));
        if (type == File.class) return Optional.of(new File(text));
        if (type == boolean.class)
            return text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
        try {
            if (type == int.class) return Optional.of(Integer.valueOf(text));
            if (type == double.class) return Optional.of(Double.valueOf(text));
        }
        catch (final NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
