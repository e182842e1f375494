package org.affectj.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.affectj.AffectFolders;
import org.affectj.Progress;
import org.affectj.WholeFile;

/** A picture or video that comes with AffectJ, to try it with. */
public enum Sample {

    /** A photograph of one smiling face. */
    PORTRAIT("portrait", "astronaut.png", Optional.empty()),
    /** A rendered person who performs known action units. */
    RENDERED_VIDEO("rendered video", "rendered-face.avi", Optional.of("rendered-face.csv"));

    private static final String RESOURCES = "/org/affectj/samples/";

    private final String label;
    private final String file;
    private final Optional<String> truth;

    Sample(final String label, final String file, final Optional<String> truth) {
        this.label = label;
        this.file = file;
        this.truth = truth;
    }

    /**
     * @param progress asked whether to go on
     * @return the sample, not shown
     * @throws org.affectj.AffectException if the cache folder, which it is unpacked to, can't be written
     */
    public ImagePlus open(final Progress progress) {
        final Path unpacked = unpack(file);
        return this == PORTRAIT ? IJ.openImage(unpacked.toString()) : VideoStack.open(unpacked, progress);
    }

    /**
     * @return what each frame shows: intensities of action units in [0, 1], and degrees; empty where it isn't known
     * @throws org.affectj.AffectException if the cache folder, which it is unpacked to, can't be written
     */
    public Optional<ResultsTable> truth() {
        return truth.map(name -> {
            try {
                return ResultsTable.open(unpack(name).toString());
            }
            catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Videos and tables are read from files only. Unpacked each time, as somebody may have altered what was there. */
    private static Path unpack(final String name) {
        final Path unpacked = AffectFolders.cache().resolve("samples").resolve(name);
        WholeFile.write(unpacked, part -> {
            try (InputStream sample = Sample.class.getResourceAsStream(RESOURCES + name)) {
                Files.copy(sample, part);
            }
        });
        return unpacked;
    }

    /** @return the name in menus and macros */
    @Override
    public String toString() {
        return label;
    }
}
