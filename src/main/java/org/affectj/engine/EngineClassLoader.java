package org.affectj.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;

/**
 * Holds the engine's own TensorFlow, DJL, protobuf and JavaCPP, whatever else of these names ImageJ has loaded. Classes
 * of these packages come from here and never from the parent; all others come from the parent and never from here.
 */
final class EngineClassLoader extends URLClassLoader {

    /** AffectJ's code that imports the isolated packages: it must be defined beside them. */
    private static final String OWN = "org.affectj.tensorflow.";

    private static final List<String> ISOLATED =
        List.of(OWN, "ai.djl.", "org.tensorflow.", "com.google.protobuf.", "org.bytedeco.javacpp.");

    static {
        registerAsParallelCapable();
    }

    /**
     * @param jars where the isolated packages are
     * @param parent where everything else is, AffectJ included
     */
    EngineClassLoader(final URL[] jars, final ClassLoader parent) {
        super("AffectJ engine", jars, parent);
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
        if (!isIsolated(name)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) found = name.startsWith(OWN) ? defineOwn(name) : findClass(name);
            if (resolve) resolveClass(found);
            return found;
        }
    }

    private Class<?> defineOwn(final String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) throw new ClassNotFoundException(name);
            final byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (final IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public URL getResource(final String name) {
        return isIsolatedResource(name) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(final String name) throws IOException {
        return isIsolatedResource(name) ? findResources(name) : super.getResources(name);
    }

    private static boolean isIsolated(final String className) {
        return ISOLATED.stream().anyMatch(className::startsWith);
    }

    private static boolean isIsolatedResource(final String name) {
        final String prefix = "META-INF/services/";
        return isIsolated(name.startsWith(prefix) ? name.substring(prefix.length()) : name.replace('/', '.'));
    }
}
