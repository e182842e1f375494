package org.affectj.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.Operations;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code affectj model}: which models there are, what they say of themselves, whether they are intact; and a new one. */
@Command(name = "model", description = "Lists, shows, verifies and installs models.",
    synopsisSubcommandLabel = "COMMAND")
final class Models implements Runnable {

    private static final String NAME = "A model's name or the path of its folder.";

    private final ModelStore store = new ModelStore();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: list, show, verify or install.");
    }

    @Command(name = "list", description = "Lists the models that have a name.")
    void list() {
        store.list().forEach((name, place) -> out().printf("%-20s %s%n", name, place));
    }

    @Command(name = "show", description = "Prints what a model is, and its model card.")
    void show(@Parameters(paramLabel = "MODEL", description = NAME) final String name) {
        final ModelFolder model = store.open(name);
        final ModelDescription about = model.description();
        out().println("name         " + about.name() + " " + about.version());
        out().println("kind         " + about.kind());
        out().println("folder       " + model.path());
        out().println("input        " + about.inputSize() + "×" + about.inputSize() + " pixels, " + about.template());
        if (!about.thresholds().isEmpty()) out().println("thresholds   " + about.thresholds().stream()
            .map(Object::toString).collect(Collectors.joining(" ")));
        if (about.certainFrom() > 0) out().println("certain      expressions from a probability of " + about.certainFrom());
        out().println("tolerance    " + about.tolerance() + " between bfloat16 and float32");
        out().println("licence      " + about.licence());
        out().println("trained on   " + about.trainedOn());
        card(model.path().resolve("README.md"));
    }

    private void card(final Path card) {
        if (!Files.isRegularFile(card)) return;
        try {
            out().println();
            out().print(Files.readString(card));
            out().flush();
        } catch (final IOException e) {
            throw new AffectException("The model card '" + card + "' can't be read: check its permissions.", e);
        }
    }

    @Command(name = "verify",
        description = "Checks that a model's files are there and as they were made, and that it does no more than predict.")
    void verify(@Parameters(paramLabel = "MODEL", arity = "1..*", description = NAME) final List<String> names) {
        for (final String name : names) {
            final ModelFolder model = store.open(name);
            EngineLoader.load().check(model.path(), Operations.PREDICTING);
            out().println(model.path() + " is intact: " + model.description().files().size() + " files");
        }
    }

    @Command(name = "install", description = "Copies a model to your models, where it is found by its name.")
    void install(@Parameters(paramLabel = "DIR", description = "A model's folder.") final Path folder) {
        final ModelFolder model = store.install(folder);
        out().println("The model " + model.description().name() + " is installed in " + model.path());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
