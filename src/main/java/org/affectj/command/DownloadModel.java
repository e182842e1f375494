package org.affectj.command;

import java.io.File;
import java.util.Optional;
import java.util.stream.Collectors;

import org.affectj.Progress;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.model.catalogue.Catalogue;
import org.affectj.model.catalogue.ModelDownload;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Downloads a model of the catalogue, or tells which there are, and installs it where Analyze Faces finds its name. */
@Plugin(type = Command.class, menuPath = "Plugins > AffectJ > Download Model...")
public final class DownloadModel extends AffectCommand {

    @Parameter(label = "Model", required = false,
        description = "Name of the model in the catalogue; leave it empty to see which there are.")
    private String model = "";

    @Parameter(label = "Catalogue", required = false,
        description = "Another catalogue than the one that comes with AffectJ: a JSON file.")
    private File catalogue;

    @Parameter(label = "Offline folder", required = false, style = "directory",
        description = "Take the archive NAME-VERSION.zip from this folder, and connect to nothing.")
    private File offline;

    @Parameter(label = "Proxy", required = false,
        description = "HOST:PORT of an HTTP proxy; leave it empty for what Fiji's own settings say.")
    private String proxy = "";

    @Parameter(type = ItemIO.OUTPUT, label = "Model")
    private String report;

    @Override
    void perform(final Progress progress) {
        final Catalogue models = catalogue == null ? Catalogue.shipped() : Catalogue.read(catalogue.toPath());
        if (model == null || model.isBlank()) report = list(models);
        else report(new ModelDownload(new ModelStore(), Optional.ofNullable(offline).map(File::toPath),
            Optional.ofNullable(proxy).filter(text -> !text.isBlank())).install(models.find(model.strip()), progress));
    }

    private static String list(final Catalogue models) {
        return models.models().stream().map(entry -> entry.name() + ": " + entry.about())
            .collect(Collectors.joining("\n"));
    }

    private void report(final ModelFolder installed) {
        report = "The model " + installed.description().name() + " is installed in " + installed.path() + "\n\n"
            + installed.card();
    }
}
