package org.affectj.imagej.explorer;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where to save a file. */
@FunctionalInterface
interface SaveDialog {

    /**
     * @param name to propose, without an ending
     * @return the file; empty if the user had enough
     */
    Optional<Path> ask(String name);
}
