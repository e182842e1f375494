package org.affectj.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.Precision;
import org.affectj.engine.Processor;
import org.affectj.training.JointSettings;
import org.affectj.training.TrainingRounds;
import org.affectj.training.TrainingSchedule.Curve;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.TrainingData;

/**
 * How fast a network is trained end to end, from the cache of crops to the loss, against the same signature called
 * again and again with one batch in memory; in float32 and in bfloat16 where the processor computes it.
 */
public final class TrainingBenchmark {

    private static final int FACES = 4000;
    private static final int ROUNDS = 5;
    /** Pictures in the piece of work that rounds are made of. */
    private static final int PICTURES = 512;
    private static final int[] SIZES = { 96, 128 };
    private static final int[] BATCHES = { 32, 128 };
    private static final List<Precision> PRECISIONS = Processor.detect().bfloat16()
        ? List.of(Precision.FLOAT32, Precision.BFLOAT16) : List.of(Precision.FLOAT32);

    private final Path folder;
    private final TrainingData data;
    private final PrintStream out = System.out;

    private TrainingBenchmark(final Path folder, final TrainingData data) {
        this.folder = folder;
        this.data = data;
    }

    /** @param args widths of the networks' pictures; none for all */
    public static void main(final String... args) throws IOException {
        final int[] sizes = args.length == 0 ? SIZES : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        try (TemporaryFolder folder = new TemporaryFolder();
            TrainingData data = TrainingData.open(
                DataSets.open(List.of(SyntheticFaces.write(folder.path("faces"), FACES, 100))), folder.path("work"),
                Progress.NONE)) {
            new TrainingBenchmark(folder.path("runs"), data).run(sizes);
        }
    }

    private void run(final int... sizes) {
        out.printf(Locale.ROOT, "%s on %s, %d cores: training, crops on disk to loss, against the bare network%n",
            EngineLoader.load().name(), Processor.detect().name(), Runtime.getRuntime().availableProcessors());
        for (final int size : sizes)
            for (final int batch : BATCHES)
                measure(settings(size, batch));
    }

    /** As {@code train joint} does where nothing is asked for. */
    private static JointSettings settings(final int size, final int batch) {
        final NetworkSpecification network = new NetworkSpecification(Head.AMTL, size, true, 32,
            List.of(32, 64, 128, 256), 1, 256, 4, 64, 0.3, Optimizer.ADAMW);
        return new JointSettings(network, 1, 1_000_000, batch, 2e-3, 0.02, 0.05, Curve.COSINE, 1, Map.of(), List.of(),
            false, false, List.of(2.0, 1.0, 0.3), 0, 1, 1, "", "");
    }

    /** All loops in turns, so that what the computer does beside hits them alike. */
    private void measure(final JointSettings settings) {
        out.printf(Locale.ROOT, "%d px, batch %d:%n", settings.network().imageSize(), settings.batch());
        final List<Pair> pairs = PRECISIONS.stream().map(precision -> new Pair(settings, precision)).toList();
        pairs.forEach(Pair::warmUp);
        for (int round = 0; round < ROUNDS; round++)
            pairs.forEach(Pair::measure);
        pairs.forEach(Pair::print);
        if (pairs.size() > 1) printGain(pairs.get(0), pairs.get(1));
        pairs.forEach(Pair::close);
    }

    private void printGain(final Pair exact, final Pair reduced) {
        out.printf(Locale.ROOT, "  bfloat16 to float32: training %s, in processor time %s; bare network %s, %s%n",
            reduced.training.relativeTo(exact.training).text("%.2f"),
            reduced.training.processorRelativeTo(exact.training).text("%.2f"),
            reduced.bare.relativeTo(exact.bare).text("%.2f"),
            reduced.bare.processorRelativeTo(exact.bare).text("%.2f"));
    }

    /** The training and the bare network, in one precision. */
    private final class Pair {

        private final Precision precision;
        private final TrainingRounds rounds;
        private final BareNetwork network;
        private final Rate training;
        private final Rate bare;

        Pair(final JointSettings settings, final Precision precision) {
            this.precision = precision;
            final EngineOptions options = new EngineOptions("cpu", precision, 0);
            final Path run = folder.resolve(
                settings.network().imageSize() + "-" + settings.batch() + "-" + precision);
            final int steps = PICTURES / settings.batch();
            rounds = new TrainingRounds(settings, data, options, run);
            training = new Rate(() -> rounds.run(steps), PICTURES);
            training.warmUp(); // the trainer has written the network then
            network = BareNetwork.open(run.resolve("network"), options, rounds.signature(), rounds.firstStep());
            bare = new Rate(() -> IntStream.range(0, steps).forEach(step -> network.run()), PICTURES);
        }

        void warmUp() {
            training.warmUp();
            bare.warmUp();
        }

        void measure() {
            training.measure();
            bare.measure();
        }

        void print() {
            out.printf(Locale.ROOT, "  %-8s ratio %s, in processor time %s; %s images/s, bare network %s%n", precision,
                training.relativeTo(bare).text("%.2f"), training.processorRelativeTo(bare).text("%.2f"),
                training.spread().text("%.0f"), bare.spread().text("%.0f"));
        }

        void close() {
            network.close();
            rounds.close();
        }
    }
}
