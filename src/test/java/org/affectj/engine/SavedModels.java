package org.affectj.engine;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/** SavedModels to test with. */
public final class SavedModels {

    private SavedModels() {
        // only static functions
    }

    /**
     * Writes one of the networks of {@code org.affectj.tensorflow.SmallNetworks}.
     *
     * @param kind which
     * @param folder to make the network's folder in
     * @return the network's folder
     */
    @SuppressWarnings("unchecked")
    public static Path write(final String kind, final Path folder) throws ReflectiveOperationException {
        final ClassLoader isolated = EngineLoader.load().getClass().getClassLoader();
        final Class<?> networks = isolated.loadClass("org.affectj.tensorflow.SmallNetworks");
        ((BiConsumer<String, Path>) networks.getConstructor().newInstance()).accept(kind, folder.resolve(kind));
        return folder.resolve(kind);
    }
}
