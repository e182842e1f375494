package org.affectj.model;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** model.json: a {@link ModelDescription} with the record's names as keys. */
final class ModelJson {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
        .registerTypeAdapterFactory(new OptionalFactory()).create();

    private ModelJson() {
        // only static functions
    }

    /**
     * @param file a model.json
     * @throws AffectException if it isn't one, or is newer than this AffectJ
     */
    static ModelDescription read(final Path file) {
        try {
            final JsonObject object = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (object.get("schema").getAsInt() > ModelDescription.SCHEMA)
                throw new AffectException("The file " + file + " has the schema " + object.get("schema")
                    + " of a newer AffectJ: update AffectJ to use this model.");
            return GSON.fromJson(object, ModelDescription.class);
        } catch (final AffectException e) {
            throw e;
        } catch (final IOException | RuntimeException e) { // what Gson throws for records is of many types
            throw new AffectException(
                "The file " + file + " isn't the description of a model: install the model again.", e);
        }
    }

    /** Writes a description, or fails leaving what was there. */
    static void write(final ModelDescription description, final Path file) {
        WholeFile.write(file, part -> Files.writeString(part, GSON.toJson(description) + "\n"));
    }

    /** Writes an {@link Optional} as its value, or not at all. */
    private static final class OptionalFactory implements TypeAdapterFactory {

        @Override
        @SuppressWarnings("unchecked")
        public <T> TypeAdapter<T> create(final Gson gson, final TypeToken<T> type) {
            if (type.getRawType() != Optional.class) return null; // Gson's way to decline
            final Type value = ((ParameterizedType) type.getType()).getActualTypeArguments()[0];
            return (TypeAdapter<T>) adapter(gson.getAdapter(TypeToken.get(value)));
        }

        private static <V> TypeAdapter<Optional<V>> adapter(final TypeAdapter<V> values) {
            return new TypeAdapter<>() {

                @Override
                public void write(final JsonWriter out, final Optional<V> value) throws IOException {
                    if (value.isPresent()) values.write(out, value.get());
                    else out.nullValue();
                }

                @Override
                public Optional<V> read(final JsonReader in) throws IOException {
                    if (in.peek() != JsonToken.NULL) return Optional.of(values.read(in));
                    in.nextNull();
                    return Optional.empty();
                }
            };
        }
    }
}
