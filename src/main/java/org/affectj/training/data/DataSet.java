package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Faces with labels, read one at a time. */
public interface DataSet extends AutoCloseable {

    /** @return the set's name, as files and reports call it: {@code ferplus} */
    String name();

    /** @return a text that changes when the set's files change */
    String fingerprint();

    /**
     * Reads all annotations, in the order of the files.
     *
     * @param visitor takes each face
     * @throws org.affectj.AffectException if a file is missing or holds what it shouldn't; names file and line
     */
    void forEach(Consumer<FaceExample> visitor);

    /**
     * @param image a picture's name, from {@link FaceExample#image()}; may be called from several threads
     * @return the picture
     * @throws org.affectj.AffectException if it can't be read
     */
    BufferedImage picture(String image);

    @Override
    void close();
}
