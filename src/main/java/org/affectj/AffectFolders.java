package org.affectj;

import java.nio.file.Path;

/**
 * Where AffectJ keeps what is its own, on this machine, below {@code ~/.affectj} unless system properties
 * say otherwise.
 */
public final class AffectFolders {

    private AffectFolders() {
        // only static functions
    }

    /** @return the folder for what can be made again at any time; {@code -Daffectj.cache=FOLDER} moves it */
    public static Path cache() {
        return folder("affectj.cache", "cache");
    }

    /** @return the folder that users put models into, one folder each; {@code -Daffectj.models=FOLDER} moves it */
    public static Path models() {
        return folder("affectj.models", "models");
    }

    /**
     * @return the folder for trainings started from a menu, unless another is given; {@code -Daffectj.training=FOLDER}
     *         moves it
     */
    public static Path training() {
        return folder("affectj.training", "training");
    }

    /** @return the folder for notes about processes that run; {@code -Daffectj.state=FOLDER} moves it */
    public static Path state() {
        return folder("affectj.state", "state");
    }

    private static Path folder(final String property, final String name) {
        final String chosen = System.getProperty(property);
        return chosen == null ? Path.of(System.getProperty("user.home"), ".affectj", name) : Path.of(chosen);
    }
}
