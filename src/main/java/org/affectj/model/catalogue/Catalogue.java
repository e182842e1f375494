package org.affectj.model.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.InputFile;
import org.affectj.model.ModelStore;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;

/**
 * The models that can be had by name, a JSON file with the records' names as keys. One comes with AffectJ; a laboratory
 * can keep its own.
 *
 * @param schema version of the file's format: {@link #SCHEMA}
 * @param models no two of the same name
 */
public record Catalogue(int schema, List<CatalogueEntry> models) {

    /** The newest version of the format that this AffectJ reads. */
    public static final int SCHEMA = 1;

    private static final String SHIPPED = "/org/affectj/models/catalogue.json";
    private static final Gson GSON = new GsonBuilder().registerTypeAdapter(URI.class,
        (JsonDeserializer<URI>) (json, type, context) -> URI.create(json.getAsString())).create();

    public Catalogue {
        models = List.copyOf(Objects.requireNonNull(models, "models"));
        if (models.stream().map(CatalogueEntry::name).distinct().count() < models.size())
            throw new IllegalArgumentException("no two models may have the same name");
    }

    /** @return the catalogue that comes with this AffectJ, and the models that do */
    public static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream(SHIPPED)) {
            final Catalogue catalogue = read(new InputStreamReader(in, StandardCharsets.UTF_8), "AffectJ's jar");
            return new Catalogue(catalogue.schema, Stream.concat(
                ModelStore.bundled().stream().map(CatalogueEntry::bundled), catalogue.models.stream()).toList());
        } catch (final IOException e) {
            throw new AffectException("The catalogue of models can't be read from AffectJ's jar: install "
                + "AffectJ again.", e);
        }
    }

    /**
     * @param file a catalogue
     * @throws AffectException if it can't be read, isn't one, or is newer than this AffectJ
     */
    public static Catalogue read(final Path file) {
        InputFile.check(file, "catalogue");
        try (Reader in = Files.newBufferedReader(file)) {
            return read(in, file.toString());
        } catch (final IOException e) {
            throw new AffectException("The catalogue " + file + " can't be read: check that it is a text file.", e);
        }
    }

    private static Catalogue read(final Reader in, final String place) throws IOException {
        final Catalogue catalogue;
        try {
            catalogue = Objects.requireNonNull(GSON.fromJson(in, Catalogue.class), "nothing is in it");
        } catch (final RuntimeException e) { // what Gson throws for records is of many types
            throw new AffectException("The catalogue in " + place + " isn't one (" + root(e)
                + "): correct or replace it.", e);
        }
        if (catalogue.schema > SCHEMA)
            throw new AffectException("The catalogue in " + place + " has the schema " + catalogue.schema
                + " of a newer AffectJ: update AffectJ to use it.");
        return catalogue;
    }

    private static String root(final Throwable problem) {
        return problem.getCause() == null ? problem.getMessage() : root(problem.getCause());
    }

    /** @return the models that don't come with AffectJ */
    public List<CatalogueEntry> downloadable() {
        return models.stream().filter(model -> !model.bundled()).toList();
    }

    /**
     * @param name of a model
     * @return its entry
     * @throws AffectException if there is none
     */
    public CatalogueEntry find(final String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst()
            .orElseThrow(() -> new AffectException("The catalogue has no model '" + name + "': use one of "
                + models.stream().map(CatalogueEntry::name).collect(Collectors.joining(", ")) + "."));
    }
}
