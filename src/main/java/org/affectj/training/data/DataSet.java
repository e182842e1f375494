package org.affectj.training.data;

/** Faces with labels, read one at a time. */
public interface DataSet extends AutoCloseable {

    /** @return what its files look like */
    DataFormat format();

    /** @return the set's name, as files and reports call it: {@code ferplus} */
    String name();

    /** @return a text that changes when the files with the set's labels change */
    String fingerprint();

    /** @return what its splits keep together; {@code data} where they are as its files have them */
    default String splitBy() {
        return "data";
    }

    /**
     * Reads all annotations, in the order of the files.
     *
     * @param visitor takes each face, and each mistake; by default a mistake ends the reading
     * @throws org.affectj.AffectException if a file is missing or holds what it shouldn't; names file and line
     */
    void forEach(FaceVisitor visitor);

    /** @return the set's pictures, by {@link FaceExample#image()} */
    Pictures pictures();

    @Override
    default void close() {
        pictures().close();
    }
}
