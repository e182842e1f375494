package org.affectj.model.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files of models, good and bad. */
final class Archives {

    private Archives() {
        // only static functions
    }

    /** @return the landmark model under another name, as its folder would be zipped */
    static Path model(final Path file, final String name) throws IOException {
        final Path shipped = Path.of("models/landmarks-68");
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name + "/model.json", Files.readString(shipped.resolve("model.json"))
            .replace("\"landmarks-68\"", "\"" + name + "\"").getBytes(StandardCharsets.UTF_8));
        entries.put(name + "/saved_model.pb", Files.readAllBytes(shipped.resolve("saved_model.pb")));
        entries.put(name + "/README.md", "# A model for tests".getBytes(StandardCharsets.UTF_8));
        return zip(file, entries);
    }

    static Path zip(final Path file, final Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
