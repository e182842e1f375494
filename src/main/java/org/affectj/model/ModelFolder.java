package org.affectj.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.engine.NetworkSpecification;
import org.affectj.Sha256;

/**
 * A model on disk: a SavedModel, its model.json and a README.md for people.
 *
 * @param path the folder
 * @param description its model.json
 */
public record ModelFolder(Path path, ModelDescription description) {

    /** The file that describes a model. */
    public static final String DESCRIPTION = "model.json";
    /** The model card. */
    static final String CARD = "README.md";

    /**
     * Reads a model's description and verifies its files.
     *
     * @param folder a model's folder
     * @throws AffectException if it is no such folder, or a file is missing or altered
     */
    public static ModelFolder open(final Path folder) {
        if (!Files.isDirectory(folder))
            throw new AffectException("The model folder " + folder + " doesn't exist: give the folder of a model.");
        if (!Files.isRegularFile(folder.resolve(DESCRIPTION)))
            throw new AffectException(
                "The folder " + folder + " has no " + DESCRIPTION + ": give the folder of a model.");
        final ModelFolder model = new ModelFolder(folder, ModelJson.read(folder.resolve(DESCRIPTION)));
        model.description.files().forEach(model::verify);
        return model;
    }

    /**
     * @param kind what the model must be for
     * @return this model
     * @throws AffectException if it is for something else
     */
    public ModelFolder expect(final ModelDescription.Kind kind) {
        if (description.kind() != kind)
            throw new AffectException("The model " + path + " is for " + description.kind() + ", not for " + kind
                + ": choose another.");
        return this;
    }

    /**
     * @return what its network is made of
     * @throws AffectException if it can't be trained on: an ensemble, or a network that AffectJ didn't build
     */
    public NetworkSpecification network() {
        if (!description.members().isEmpty())
            throw new AffectException("The model " + path + " is an ensemble, which can't be trained "
                + "on: choose one of its members, " + description.members().stream().map(ModelDescription::withoutHash)
                    .collect(Collectors.joining(" or ")) + ".");
        return description.network().orElseThrow(() -> new AffectException("The model " + path
            + " doesn't say what network it is: train a new one."));
    }

    /** @return SHA-256 of its model.json, which has the hashes of all its files: another model has another */
    public String sha256() {
        return hash(path.resolve(DESCRIPTION));
    }

    /**
     * @return its model card; empty if there is none
     * @throws AffectException if it can't be read
     */
    public String card() {
        final Path card = path.resolve(CARD);
        try {
            return Files.isRegularFile(card) ? Files.readString(card) : "";
        } catch (final IOException e) {
            throw new AffectException("The model card '" + card + "' can't be read: check its permissions.", e);
        }
    }

    private void verify(final String name, final String hash) {
        final Path file = path.resolve(name).normalize();
        if (!file.startsWith(path.normalize()))
            throw new AffectException("The model " + path + " names the file " + name
                + " outside its folder: don't use it.");
        if (!Files.isRegularFile(file))
            throw new AffectException("The model " + path + " lacks its file " + name + ": install it again.");
        if (!hash(file).equals(hash))
            throw new AffectException("The model " + path + " isn't as it was made, its file " + name
                + " was altered: install it again.");
    }

    /**
     * Sees that a model can be made in a folder.
     *
     * @param folder that may be there
     * @throws AffectException if it is there and is no model
     */
    public static void checkReplaceable(final Path folder) {
        if (Files.exists(folder) && !Files.exists(folder.resolve(DESCRIPTION)))
            throw new AffectException("The folder " + folder
                + " is there and is no model: give another for the output.");
    }

    /**
     * Makes a model of a folder that holds a SavedModel: computes the hash of every file, whatever the description says
     * of them, and writes model.json. The model card may be written before or after.
     *
     * @param folder with saved_model.pb
     * @param description what to write; its files are replaced
     * @return the model
     */
    public static ModelFolder write(final Path folder, final ModelDescription description) {
        final Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).filter(ModelFolder::isHashed)
                .forEach(file -> hashes.put(folder.relativize(file).toString().replace('\\', '/'), hash(file)));
        } catch (final IOException e) {
            throw new AffectException("The model folder " + folder + " can't be read: check its permissions.", e);
        }
        final ModelDescription complete = description.withFiles(hashes);
        ModelJson.write(complete, folder.resolve(DESCRIPTION));
        return new ModelFolder(folder, complete);
    }

    private static boolean isHashed(final Path file) {
        final String name = file.getFileName().toString();
        return !name.equals(DESCRIPTION) && !name.equals(CARD);
    }

    /** Copies the files of this model, and nothing else that lies in its folder, to a folder that isn't there yet. */
    void copyTo(final Path target) throws IOException {
        final Set<String> names = new TreeSet<>(description.files().keySet());
        names.add(DESCRIPTION);
        if (Files.exists(path.resolve(CARD))) names.add(CARD);
        for (final String name : names) {
            Files.createDirectories(target.resolve(name).getParent());
            Files.copy(path.resolve(name), target.resolve(name));
        }
    }

    /** @return whether a file is there and has the hash */
    static boolean isIntact(final Path file, final String hash) {
        return Files.isRegularFile(file) && hash(file).equals(hash);
    }

    private static String hash(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in);
        } catch (final IOException e) {
            throw new AffectException("The file " + file + " can't be read: check its permissions.", e);
        }
    }
}
