package org.affectj.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.shell.FeatureParameters;
import org.affectj.shell.TerminalProgress;
import org.affectj.training.FaceRows;
import org.affectj.training.FeatureExtraction;
import org.affectj.training.PaperSettings;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.TrainingData;
import org.apache.spark.sql.SparkSession;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code affectj-spark features}: the features that {@code affectj train} makes before heads learn from them. */
@Command(name = "features", description = {
    "Makes the features that affectj train paper and affectj train heads keep in the work folder.",
    "Training finds them there, given the same data, backbone, draws and work folder.",
    "The work folder lies on a disk that all computers share; the same command again goes on where it was stopped." })
final class MakeFeatures implements Callable<Integer> {

    /** What learns from features. */
    enum Training {

        PAPER(PaperSettings.PAPER), HEADS(PaperSettings.FINE_TUNE);

        private final PaperSettings settings;

        Training(final PaperSettings settings) {
            this.settings = settings;
        }
    }

    @Spec
    private CommandSpec command;

    @Option(names = "--for", paramLabel = "TRAINING", defaultValue = "paper",
        description = "The training that will use them: paper (new heads) or heads (a model's own). "
            + "Default: ${DEFAULT-VALUE}.")
    private Training training;

    @Mixin
    private FeatureParameters parameters;

    @Override
    public Integer call() throws IOException {
        final PaperSettings settings = training.settings.withDraws(parameters.draws());
        final ModelFolder backbone = parameters.backbone();
        final FeatureExtraction extraction =
            new FeatureExtraction(backbone, parameters.engine(), settings.draws(), settings.augmentation());
        final Path folder = settings.features(parameters.work(), backbone).toAbsolutePath().normalize();
        final PrintWriter out = command.commandLine().getOut();
        try (TerminalProgress progress = TerminalProgress.of(command.commandLine().getErr());
                TrainingData data = parameters.open(progress)) {
            data.check();
            final FaceRows rows = new FaceRows(data);
            if (extraction.isCurrent(rows, folder, progress)) {
                out.println("The features of " + rows.count() + " faces were there before: " + folder);
                return CommandLine.ExitCode.OK;
            }
            final FeatureParts parts = new FeatureParts(folder, extraction.fingerprint(rows), extraction.batches(rows));
            try (SparkSession spark = AffectJSpark.session()) {
                new FeatureJob(spark, parts).run(work(spark, settings, data, rows));
            }
            extraction.finish(rows, folder, parts::join);
            parts.delete();
            out.println("The features of " + rows.count() + " faces are there: " + folder);
            return CommandLine.ExitCode.OK;
        }
    }

    private FeatureWork work(final SparkSession spark, final PaperSettings settings, final TrainingData data,
        final FaceRows rows)
    {
        return new FeatureWork(parameters.work().toAbsolutePath().normalize().toString(),
            data.caches().stream().map(CropCache::name).toList(), rows.fingerprint(),
            new ModelShipment(spark.sparkContext()).ship(parameters.backboneName(), ModelDescription.Kind.AFFECT),
            AffectJSpark.inTasks(spark, parameters.engine()), settings.draws(), settings.augmentation());
    }
}
