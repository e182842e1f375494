package org.affectj.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

import org.affectj.AffectException;
import org.affectj.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** The settings of a run, kept in its folder, so that it can't be resumed with others: {@code settings.json}. */
final class SettingsFile {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path run;

    /** @param run the run's folder */
    SettingsFile(final Path run) {
        this.run = run;
    }

    /**
     * Writes settings, or compares them with those that the run began with.
     *
     * @param settings a record of numbers, texts, lists and records
     * @throws AffectException if the run began with others; names the first that differs
     */
    void keep(final Object settings) {
        final Path file = run.resolve("settings.json");
        final JsonElement now = JsonParser.parseString(GSON.toJson(settings)); // as it would be read
        if (!Files.exists(file)) WholeFile.write(file, part -> Files.writeString(part, GSON.toJson(settings) + "\n"));
        else difference("", read(file), now).ifPresent(what -> {
            throw new AffectException("The run in " + run + " began with other settings (" + what
                + "): resume it with those, or give another work folder.");
        });
    }

    private static JsonElement read(final Path file) {
        try {
            return JsonParser.parseString(Files.readString(file));
        } catch (final IOException | JsonParseException e) {
            throw new AffectException("The settings " + file + " can't be read: delete the run's "
                + "folder and begin anew.", e);
        }
    }

    private static Optional<String> difference(final String name, final JsonElement before, final JsonElement now) {
        if (before.equals(now)) return Optional.empty();
        if (!before.isJsonObject() || !now.isJsonObject())
            return Optional.of(name + " was " + before + " and is " + now);
        final JsonObject a = before.getAsJsonObject();
        final JsonObject b = now.getAsJsonObject();
        final TreeSet<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys.stream()
            .map(key -> difference(name.isEmpty() ? key : name + "." + key, value(a, key), value(b, key)))
            .flatMap(Optional::stream).findFirst();
    }

    private static JsonElement value(final JsonObject object, final String key) {
        return object.has(key) ? object.get(key) : JsonNull.INSTANCE;
    }
}
