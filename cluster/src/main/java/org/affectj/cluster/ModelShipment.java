package org.affectj.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.affectj.AffectException;
import org.affectj.AffectFolders;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.apache.spark.SparkContext;

/** Brings models that don't come with AffectJ to every process of a cluster, once each. */
record ModelShipment(SparkContext context) {

    /**
     * @param model name of a model, or path of its folder on this computer
     * @param kind what it is for
     * @return how the other computers find it
     * @throws AffectException if there is none, or it can't be packed
     */
    Measurement.ShippedModel ship(final String model, final ModelDescription.Kind kind) {
        final ModelFolder folder = new ModelStore().open(model, kind);
        if (ModelStore.bundled().contains(model) && !Files.isDirectory(AffectFolders.models().resolve(model)))
            return new Measurement.ShippedModel(model, false);
        final String name = kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + folder.sha256().substring(0, 16);
        try {
            final Path archive = Files.createTempDirectory("affectj-model").resolve(name + ".zip");
            pack(folder.path(), archive);
            archive.toFile().deleteOnExit();
            context.addArchive(archive.toUri() + "#" + name);
            return new Measurement.ShippedModel(name, true);
        } catch (final IOException e) {
            throw new AffectException("The model '" + model + "' can't be packed for other computers (" + e.getMessage()
                + "): see that the folder of temporary files has room.", e);
        }
    }

    private static void pack(final Path folder, final Path archive) throws IOException {
        final List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }
}
