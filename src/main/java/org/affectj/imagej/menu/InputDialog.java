package org.affectj.imagej.menu;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.io.File;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Asks for the inputs of a command in a dialog of ImageJ 1.x. */
final class InputDialog extends AbstractPreprocessorPlugin {

    private static final int LEAST_DECIMALS = 2;
    private static final String DOCUMENTATION = "https://github.com/affectj/affectj/tree/main/docs";

    @Override
    public void process(final Module module) {
        final List<ModuleItem<?>> inputs = new ArrayList<>();
        for (final ModuleItem<?> input : module.getInfo().inputs())
            if (!module.isInputResolved(input.getName()) && input.getVisibility() == ItemVisibility.NORMAL)
                inputs.add(input);
        if (inputs.isEmpty()) return;
        final GenericDialog dialog = new GenericDialog(module.getInfo().getTitle().replace("...", ""));
        inputs.forEach(input -> add(dialog, input, module.getInput(input.getName())));
        dialog.addHelp(help(inputs));
        if (module.getDelegateObject() instanceof Previewable) preview(dialog, inputs, module);
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            module.cancel();
            cancel("");
            return;
        }
        take(dialog, inputs, module);
        inputs.forEach(input -> module.resolveInput(input.getName()));
        Recorder.resetCommandOptions(); // the dialog's own keys; MacroRecording writes those that Fiji knows
    }

    private static void take(final GenericDialog dialog, final List<ModuleItem<?>> inputs, final Module module) {
        for (final ModuleItem<?> input : inputs) module.setInput(input.getName(), next(dialog, input));
    }

    /** Lets the command show what each change would bring. */
    private static void preview(final GenericDialog dialog, final List<ModuleItem<?>> inputs, final Module module) {
        dialog.addDialogListener((changed, event) -> {
            take(dialog, inputs, module);
            if (event != null) module.preview(); // not after OK
            return true;
        });
    }

    private static void add(final GenericDialog dialog, final ModuleItem<?> input, final Object value) {
        final Class<?> type = input.getType();
        final String label = input.getLabel();
        if (type == boolean.class) dialog.addCheckbox(label, (Boolean) value);
        else if (isNumber(type)) dialog.addNumericField(label, ((Number) value).doubleValue(),
            type == int.class ? 0 : decimals((Double) value));
        else if (type == File.class) addFile(dialog, input, value == null ? "" : value.toString());
        else if (input.getChoices() != null) dialog.addChoice(label, choices(input), value.toString());
        else dialog.addStringField(label, value == null ? "" : value.toString(), 20);
    }

    private static void addFile(final GenericDialog dialog, final ModuleItem<?> input, final String path) {
        if ("directory".equals(input.getWidgetStyle())) dialog.addDirectoryField(input.getLabel(), path);
        else dialog.addFileField(input.getLabel(), path);
    }

    /** As many as it takes to show a number whole: the dialog gives back what it shows. */
    private static int decimals(final double value) {
        return Math.max(LEAST_DECIMALS, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    }

    private static Object next(final GenericDialog dialog, final ModuleItem<?> input) {
        final Class<?> type = input.getType();
        if (type == boolean.class) return dialog.getNextBoolean();
        if (type == int.class) return (int) dialog.getNextNumber();
        if (isNumber(type)) return dialog.getNextNumber();
        if (type != File.class && input.getChoices() != null) return dialog.getNextChoice();
        final String text = dialog.getNextString();
        if (type == File.class) return text.isBlank() ? null : new File(text);
        return text;
    }

    private static boolean isNumber(final Class<?> type) {
        return type == int.class || type == double.class;
    }

    private static String[] choices(final ModuleItem<?> input) {
        return input.getChoices().stream().map(Object::toString).toArray(String[]::new);
    }

    /** @return what a number may be: {@code , 0 to 1}; empty for other inputs */
    private static String range(final ModuleItem<?> input) {
        return input.getMinimumValue() == null || input.getMaximumValue() == null ? ""
            : ", " + input.getMinimumValue() + " to " + input.getMaximumValue();
    }

    private static String help(final List<ModuleItem<?>> inputs) {
        final StringBuilder html = new StringBuilder("<html>");
        for (final ModuleItem<?> input : inputs)
            html.append("<b>").append(input.getLabel()).append("</b>").append(range(input)).append("<br>")
                .append(input.getDescription()).append("<br><br>");
        return html + "How to, and what results say: <a href=\"" + DOCUMENTATION + "\">" + DOCUMENTATION + "</a>";
    }
}
