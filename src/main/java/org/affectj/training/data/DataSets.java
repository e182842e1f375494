package org.affectj.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.affectj.AffectException;

/** The formats of data sets, by name. */
public final class DataSets {

    private static final Map<String, Function<Path, DataSet>> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("saffwild2", ChallengeFaces::new);
        FORMATS.put("csv", LabelTable::new);
        FORMATS.put("folders", ExpressionFolders::new);
        FORMATS.put("ferplus", FerPlus::new);
        FORMATS.put("photographs", Photographs::new);
        FORMATS.put("rendered", RenderedFaces::new);
    }

    private DataSets() {
    }

    /** @return the names of all formats */
    public static List<String> formats() {
        return List.copyOf(FORMATS.keySet());
    }

    /**
     * @param sources each {@code FORMAT:PATH}
     * @return the data sets, in their order, to be closed
     * @throws AffectException if a format is unknown or a path missing
     */
    public static List<DataSet> open(final List<String> sources) {
        final List<DataSet> sets = new ArrayList<>();
        for (final String source : sources)
            sets.add(open(source));
        return sets;
    }

    private static DataSet open(final String source) {
        final int colon = source.indexOf(':');
        final Function<Path, DataSet> format = colon < 0 ? null : FORMATS.get(source.substring(0, colon));
        if (format == null)
            throw new AffectException("The data '" + source + "' has no known format: give FORMAT:PATH with one of "
                + String.join(", ", FORMATS.keySet()) + " for the format.");
        final Path path = Path.of(source.substring(colon + 1));
        if (!Files.exists(path))
            throw new AffectException("The data " + path + " is missing: give the path of the data set.");
        return format.apply(path);
    }
}
