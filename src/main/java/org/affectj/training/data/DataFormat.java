package org.affectj.training.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The formats of data sets. What belongs to a set in particular goes by its format, never by a name that anybody
 * can give.
 */
public enum DataFormat {
    /** The multi-task challenge's s-Aff-Wild2. */
    SAFFWILD2(ChallengeFaces::new),
    /** Aff-Wild2 with the files of the challenges' three tracks. */
    AFFWILD2(ChallengeVideos::new),
    /** A user's own table. */
    CSV(LabelTable::new),
    /** A user's own folders, one for each expression. */
    FOLDERS(ExpressionFolders::new),
    /** FER2013 with FER+'s votes. */
    FERPLUS(FerPlus::new),
    /** Photographs with one expression each. */
    PHOTOGRAPHS(Photographs::new),
    /** Faces rendered by AffectJ. */
    RENDERED(RenderedFaces::new);

    private final Function<Path, DataSet> reader;

    DataFormat(final Function<Path, DataSet> reader) {
        this.reader = reader;
    }

    /** @return the format that is called so on the command line; empty for another word */
    static Optional<DataFormat> named(final String name) {
        return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
    }

    /** @return all names, for messages */
    static String names() {
        return Arrays.stream(values()).map(DataFormat::toString).collect(Collectors.joining(", "));
    }

    /** Opens a data set of this format, without a look at what its rows hold. */
    DataSet open(final Path path) {
        return reader.apply(path);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
