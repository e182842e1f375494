package org.affectj.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.AffectFolders;
import org.affectj.Sha256;
import org.affectj.WholeFile;
import org.affectj.WholeFolder;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;

/**
 * Where models are found: those in AffectJ's jar, those in the user's folder of models, and any other folder.
 */
public final class ModelStore {

    /** The affect model that is used unless another is chosen. */
    public static final String AFFECT = "affectj-default";
    /** The affect model that looks at a face once instead of twice. */
    public static final String FAST = "affectj-fast";
    /** The landmark model. */
    public static final String LANDMARKS = "landmarks-68";

    private static final List<String> BUNDLED = List.of(AFFECT, FAST, LANDMARKS);
    private static final String RESOURCES = "/org/affectj/models/";

    private final Path userModels;
    private final Path cache;

    /** The store of this user. */
    public ModelStore() {
        this(AffectFolders.models(), AffectFolders.cache());
    }

    /**
     * @param userModels folder of the user's models, one folder each; needn't exist
     * @param cache where bundled models are unpacked
     */
    ModelStore(final Path userModels, final Path cache) {
        this.userModels = userModels;
        this.cache = cache;
    }

    /**
     * Finds a model and verifies it.
     *
     * @param name the name of a model, or the path of its folder; the user's models come before those in the jar
     * @param kind what the model must be for
     * @throws AffectException if there is none, it is damaged, or it is for something else
     */
    public ModelFolder open(final String name, final ModelDescription.Kind kind) {
        return open(name).expect(kind);
    }

    /**
     * Finds a model of any kind and verifies it.
     *
     * @param name the name of a model, or the path of its folder; the user's models come before those in the jar
     * @throws AffectException if there is none, or it is damaged
     */
    public ModelFolder open(final String name) {
        if (isName(name)) {
            if (Files.isDirectory(userModels.resolve(name))) return ModelFolder.open(userModels.resolve(name));
            if (isBundled(name)) return unpacked(name);
            if (!Files.isDirectory(Path.of(name)))
                throw new AffectException("There is no model '" + name + "': use one of "
                    + String.join(", ", list().keySet()) + " or give the path of a model's folder.");
        }
        return ModelFolder.open(Path.of(name));
    }

    /**
     * Sees that a model could be installed under a name.
     *
     * @param name of a model that may not exist yet
     * @throws AffectException if it can't be a model's name, or a model has it
     */
    public void checkFree(final String name) {
        checkName(name);
        if (isBundled(name))
            throw new AffectException("The name '" + name + "' is taken by a model that comes with "
                + "AffectJ: use another.");
        if (Files.exists(userModels.resolve(name)))
            throw new AffectException("The name '" + name + "' is taken by the model in " + userModels.resolve(name)
                + ": use another, or delete that folder first.");
    }

    /**
     * @param name for a model
     * @throws AffectException if models can't be called so
     */
    public static void checkName(final String name) {
        if (!isName(name))
            throw new AffectException("A model can't be called '" + name
                + "': use letters, digits, '-' and '_', and '.' in between.");
    }

    /**
     * Copies a model to the user's models, whole or not at all, where it is found by its name from then on. Its
     * network is loaded once, and the copy verified, before it appears.
     *
     * @param model its folder, or a zip file of that
     * @return the copy
     * @throws AffectException if it is no intact model, its name is taken, its network doesn't load, or the folder of
     *             models can't be written
     */
    public ModelFolder install(final Path model) {
        return install(model, description -> {});
    }

    /**
     * As {@link #install(Path)}, if the model is what is expected.
     *
     * @param model its folder, or a zip file of that
     * @param expectation throws an {@link AffectException} for a model that mustn't be installed
     * @return the copy
     */
    public ModelFolder install(final Path model, final Consumer<ModelDescription> expectation) {
        if (!Files.isRegularFile(model)) return copy(ModelFolder.open(model), expectation);
        final Path unpacked = cache.resolve("unpacked-" + ProcessHandle.current().pid());
        try {
            try {
                WholeFolder.delete(unpacked);
                Files.createDirectories(unpacked);
                return copy(ModelFolder.open(new ModelArchive(model).unpack(unpacked)), expectation);
            } finally {
                WholeFolder.delete(unpacked);
            }
        } catch (final IOException e) {
            throw new AffectException("The archive " + model + " can't be unpacked to " + unpacked
                + ": see that the folder around it is writable and that the disk isn't full.", e);
        }
    }

    private ModelFolder copy(final ModelFolder model, final Consumer<ModelDescription> expectation) {
        expectation.accept(model.description());
        final String name = model.description().name();
        checkFree(name);
        final Path installed = userModels.resolve(name);
        EngineLoader.open(model.path(), EngineOptions.DEFAULT).close();
        WholeFolder.write(installed, part -> {
            model.copyTo(part);
            ModelFolder.open(part);
        });
        return ModelFolder.open(installed);
    }

    /** @return a line about each model that {@link #open} finds by name */
    public Map<String, String> list() {
        final Map<String, String> models = new TreeMap<>();
        bundled().forEach(name -> models.put(name, "comes with AffectJ"));
        if (Files.isDirectory(userModels)) {
            try (Stream<Path> folders = Files.list(userModels)) {
                folders.filter(folder -> Files.isRegularFile(folder.resolve(ModelFolder.DESCRIPTION)))
                    .forEach(folder -> models.put(folder.getFileName().toString(), folder.toString()));
            } catch (final IOException e) {
                throw new AffectException("The folder " + userModels + " can't be read: check its permissions.", e);
            }
        }
        return models;
    }

    /** @return the names of the models that come with AffectJ */
    public static List<String> bundled() {
        return BUNDLED.stream().filter(ModelStore::isBundled).toList();
    }

    private static boolean isName(final String name) {
        return name.matches("[\\w-]+([.][\\w-]+)*");
    }

    private static boolean isBundled(final String name) {
        return BUNDLED.contains(name) && ModelStore.class.getResource(RESOURCES + name + "/model.json") != null;
    }

    /** Copies a model out of the jar, once; a damaged copy is replaced. */
    private ModelFolder unpacked(final String name) {
        final Path folder = cache.resolve("models").resolve(name + "-" + hash(name));
        unpack(name, ModelFolder.DESCRIPTION, folder);
        ModelJson.read(folder.resolve(ModelFolder.DESCRIPTION)).files().forEach((file, hash) -> {
            if (!ModelFolder.isIntact(folder.resolve(file), hash)) unpack(name, file, folder);
        });
        return ModelFolder.open(folder);
    }

    private static void unpack(final String name, final String file, final Path folder) {
        WholeFile.write(folder.resolve(file), part -> {
            try (InputStream in = resource(name, file)) {
                Files.copy(in, part);
            }
        });
    }

    /** @return the beginning of the hash of a bundled model's description, which holds the hashes of its files */
    private static String hash(final String name) {
        try (InputStream in = resource(name, ModelFolder.DESCRIPTION)) {
            return Sha256.of(in).substring(0, 16);
        } catch (final IOException e) {
            throw new AffectException(
                "The model " + name + " can't be read from AffectJ's jar: install AffectJ again.", e);
        }
    }

    private static InputStream resource(final String name, final String file) throws IOException {
        final InputStream in = ModelStore.class.getResourceAsStream(RESOURCES + name + "/" + file);
        if (in == null) throw new FileNotFoundException(RESOURCES + name + "/" + file);
        return in;
    }
}
