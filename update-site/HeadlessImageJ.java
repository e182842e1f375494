import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.Menus;

/**
 * ImageJ 1.x without a screen: runs a macro with the plugins of a folder. ImageJ reads plugins.config while it builds
 * its menu bar, which needs a screen; here its table of commands is filled from the same files.
 */
public final class HeadlessImageJ {

    private static final Pattern LINE = Pattern.compile("([^,#]+), \"([^\"]+)\", (\\S+)");

    private HeadlessImageJ() {
    }

    /** @param arguments a macro, and the version of an old Java to pass for, if any */
    public static void main(final String... arguments) throws Exception {
        old();
        if (arguments.length > 1) System.setProperty("java.specification.version", arguments[1]);
        final Hashtable<String, String> commands = new Hashtable<>();
        for (final URL url : Collections.list(IJ.getClassLoader().getResources("plugins.config")))
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(url.openStream(),
                StandardCharsets.UTF_8))) {
                lines.lines().map(LINE::matcher).filter(Matcher::matches)
                    .forEach(entry -> commands.put(entry.group(2), entry.group(3)));
            }
        final Field table = Menus.class.getDeclaredField("pluginsTable");
        table.setAccessible(true);
        table.set(null, commands);
        // a macro that failed returns nothing
        final boolean done = "done".equals(IJ.runMacro(arguments[0] + "\nreturn 'done';"));
        System.exit(done ? 0 : 1);
    }

    /** Uses the old TensorFlow first, where it is there, as another plugin does. */
    private static void old() throws ReflectiveOperationException {
        try {
            System.out.println("beside TensorFlow "
                + Class.forName("org.tensorflow.TensorFlow").getMethod("version").invoke(null));
        } catch (final ClassNotFoundException | NoSuchMethodException | UnsatisfiedLinkError e) {
            System.out.println("beside no other TensorFlow");
        }
    }
}
