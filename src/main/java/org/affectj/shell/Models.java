package org.affectj.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.Operations;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.model.catalogue.Catalogue;
import org.affectj.model.catalogue.ModelDownload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code affectj model}: which models there are, what they say of themselves, whether they are intact; and new ones.
 */
@Command(name = "model", description = "Lists, shows, verifies, downloads and installs models.",
    synopsisSubcommandLabel = "COMMAND")
final class Models implements Runnable {

    private static final String NAME = "A model's name or the path of its folder.";
    private static final String CATALOGUE = "Another catalogue than the one that comes with AffectJ.";

    private final ModelStore store = new ModelStore();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
            "A command is missing: list, show, verify, download or install.");
    }

    @Command(name = "list", description = "Lists the models that have a name, then those that can be downloaded.")
    void list(@Option(names = "--catalogue", paramLabel = "FILE", description = CATALOGUE) final Path catalogue) {
        final Map<String, String> models = store.list();
        models.forEach((name, place) -> out().printf("%-20s %s%n", name, place));
        catalogue(catalogue).downloadable().stream().filter(model -> !models.containsKey(model.name()))
            .forEach(model -> out().printf("%-20s can be downloaded: %s%n", model.name(), model.about()));
    }

    @Command(name = "download", description = "Downloads a model of the catalogue and installs it. A download that was "
        + "stopped goes on where it stopped.")
    void download(@Parameters(paramLabel = "MODEL", description = "A model's name in the catalogue.") final String name,
        @Option(names = "--catalogue", paramLabel = "FILE", description = CATALOGUE) final Path catalogue,
        @Option(names = "--offline", paramLabel = "DIR",
            description = "Connects to nothing: takes the archive NAME-VERSION.zip from this "
                + "folder.") final Path offline,
        @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "An HTTP proxy. Without it, Java's own "
            + "properties decide.") final String proxy) {
        final ModelDownload download = new ModelDownload(store, Optional.ofNullable(offline),
            Optional.ofNullable(proxy));
        try (TerminalProgress progress = TerminalProgress.of(spec.commandLine().getErr())) {
            tell(download.install(catalogue(catalogue).find(name), progress));
        }
    }

    private static Catalogue catalogue(final Path file) {
        return file == null ? Catalogue.shipped() : Catalogue.read(file);
    }

    @Command(name = "show", description = "Prints what a model is, and its model card.")
    void show(@Parameters(paramLabel = "MODEL", description = NAME) final String name) {
        final ModelFolder model = store.open(name);
        final ModelDescription about = model.description();
        out().println("name         " + about.nameAndVersion());
        out().println("kind         " + about.kind());
        out().println("folder       " + model.path());
        out().println("input        " + about.inputSize() + "×" + about.inputSize() + " pixels, " + about.template());
        if (!about.thresholds().isEmpty()) out().println("thresholds   " + about.thresholds().stream()
            .map(Object::toString).collect(Collectors.joining(" ")));
        if (about.certainFrom() > 0)
            out().println("certain      expressions from a probability of " + about.certainFrom());
        out().println("tolerance    " + about.tolerance() + " between bfloat16 and float32");
        about.members().forEach(member -> out().println("member       " + member));
        out().println("licence      " + about.licence());
        out().println("trained on   " + about.trainedOn());
        out().print("\n" + model.card());
        out().flush();
    }

    @Command(name = "verify",
        description = "Checks that a model's files are there and as they were made, and that it does "
            + "no more than predict.")
    void verify(@Parameters(paramLabel = "MODEL", arity = "1..*", description = NAME) final List<String> names) {
        for (final String name : names) {
            final ModelFolder model = store.open(name);
            EngineLoader.load().check(model.path(), Operations.PREDICTING);
            out().println(model.path() + " is intact: " + model.description().files().size() + " files");
        }
    }

    @Command(name = "install", description = "Copies a model to your models, where it is found by its name.")
    void install(@Parameters(paramLabel = "MODEL",
        description = "A model's folder, or a zip file of it.") final Path model) {
        tell(store.install(model));
    }

    private void tell(final ModelFolder model) {
        out().println("The model " + model.description().name() + " is installed in " + model.path());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
