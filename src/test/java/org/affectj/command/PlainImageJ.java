package org.affectj.command;

import ij.IJ;
import ij.Menus;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ImageJ 1.x without a screen. ImageJ reads plugins.config while it builds its menu bar, which needs a screen; here its
 * table of commands is filled from the same lines, as Fiji does it in headless mode.
 */
public final class PlainImageJ {

    private static final Pattern LINE = Pattern.compile("([^,#]+), \"([^\"]+)\", (\\S+)");

    private PlainImageJ() {
    }

    /** Fills the table of commands. */
    public static void start() throws IOException, ReflectiveOperationException {
        final Hashtable<String, String> commands = new Hashtable<>();
        for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
            final Matcher entry = LINE.matcher(line);
            if (entry.matches()) commands.put(entry.group(2), entry.group(3));
        }
        commands.put("PNG...", "ij.plugin.PNG_Writer"); // one of ImageJ's own
        final Field table = Menus.class.getDeclaredField("pluginsTable");
        table.setAccessible(true);
        table.set(null, commands);
    }

    /** @return what the macro returns; {@code [aborted]} if it failed */
    public static String runMacro(final String macro) {
        return IJ.runMacro(macro);
    }
}
