package org.affectj.engine;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * A process like plain ImageJ's, whose class path has no plugin: a class loader of its own finds them and their
 * libraries. Started by {@link CrowdedProcessTest}; prints the engine's name and nothing else.
 */
public final class PluginProcess {

    private PluginProcess() {
        // only static functions
    }

    /** @param arguments the jars and folders of the plugin and its libraries */
    public static void main(final String... arguments) throws Exception {
        final List<URL> jars = new ArrayList<>();
        for (final String file : arguments[0].split(File.pathSeparator))
            jars.add(new File(file).toURI().toURL());
        final ClassLoader java = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader plugins = new URLClassLoader(jars.toArray(URL[]::new), java)) {
            final Class<?> loader = plugins.loadClass("org.affectj.engine.EngineLoader");
            final Object engine = loader.getMethod("load").invoke(null);
            System.out.println(plugins.loadClass("org.affectj.engine.Engine").getMethod("name").invoke(engine));
        }
    }
}
