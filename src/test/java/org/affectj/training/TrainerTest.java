package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.Precision;
import org.affectj.engine.Tensor;
import org.affectj.model.ModelFolder;
import org.affectj.model.NetworkAffectModel;
import org.affectj.model.Prediction;
import org.affectj.training.TrainingSchedule.Curve;
import org.affectj.training.data.SmallDataSet;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Labels;
import org.affectj.training.data.Split;
import org.affectj.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training loop on a small network and a small data set, with the real engine. */
class TrainerTest {

    private static final NetworkSpecification SMALL =
        new NetworkSpecification(Head.AMTL, 32, true, 16, List.of(16, 16), 1, 16, 4, 8, 0, Optimizer.ADAMW);
    private static final JointSettings SETTINGS = new JointSettings(SMALL, 3, 2, 8, 0.01, 0.01, 0.1, Curve.COSINE, 1,
        Map.of(), List.of(), true, false, List.of(2.0, 1.0, 0.3), 0.5, 1, 1, "", "");
    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 1);
    private static final TrainingListener LISTENER = TrainingListener.of(Progress.NONE);

    @TempDir
    private Path folder;

    @Test
    void aResumedRunEndsWhereAnUninterruptedOneDoes() throws IOException {
        try (TrainingData data = open()) {
            final JointTask task = task(data);
            final TrainingSchedule schedule = new TrainingSchedule(3, 2, 0.01, 0.01, 0.1, Curve.COSINE, 1);
            final Path whole = folder.resolve("whole");
            trainer(whole).train(task, schedule, false, LISTENER);
            final Path parts = folder.resolve("parts");
            Files.createDirectories(parts);
            copy(whole.resolve("network"), parts.resolve("network")); // the same untrained weights
            assertThrows(CancellationException.class,
                () -> trainer(parts).train(task, schedule, false, TrainingListener.of(new CancelledAfter(4))));
            trainer(parts).train(task, schedule, true, LISTENER);
            final List<String> expected = Files.readAllLines(whole.resolve("log.csv"));
            final List<String> actual = Files.readAllLines(parts.resolve("log.csv"));
            assertEquals(4, expected.size());
            assertEquals(losses(expected.get(3)), losses(actual.get(actual.size() - 1)));
        }
    }

    @Test
    void aRunIsNotOverwritten() {
        try (TrainingData data = open()) {
            final JointTask task = task(data);
            final TrainingSchedule schedule = new TrainingSchedule(1, 1, 0.01, 0, 0, Curve.COSINE, 1);
            final Path run = folder.resolve("run");
            trainer(run).train(task, schedule, false, LISTENER);
            assertEquals("The folder " + run
                + " holds a training run already: resume it (--resume), or give another work folder.",
                assertThrows(AffectException.class, () -> trainer(run).train(task, schedule, false, LISTENER))
                    .getMessage());
        }
    }

    @Test
    void theBestEpochIsKeptAndExported() throws IOException {
        try (TrainingData data = open()) {
            final JointTask task = task(data);
            final Path weights = trainer(folder.resolve("run")).train(new Scored(task, 0.3, 0.9, 0.1),
                new TrainingSchedule(3, 1, 0.01, 0, 0, Curve.COSINE, 1), false, LISTENER);
            assertEquals("step-000000002", weights.getParent().getFileName().toString());
            final Path model = folder.resolve("small");
            new ModelExport(EXACT, model).affect(weights, data, SETTINGS);
            final ModelFolder opened = ModelFolder.open(model);
            assertEquals(32, opened.description().inputSize());
            assertFalse(Files.exists(weights.resolveSibling("uncalibrated")));
            final double temperature = opened.description().network().orElseThrow().calibration().temperature();
            assertTrue(temperature >= 0.2 && temperature <= 5, "temperature " + temperature);
            final String card = Files.readString(model.resolve("README.md"));
            assertTrue(card.contains("## Where it fails") && card.contains("grey level of the cheeks"), card);
            assertTrue(card.contains("Of the 1 faces of which more than half of the votes"), card);
        }
    }

    @Test
    void aTeachersWordIsHalfOfTheExpressions() {
        try (TrainingData data = open()) {
            final ModelFolder model = model("small", data, 1);
            final FacePool pool = FacePool.of(data.caches().get(0), Split.TRAIN);
            final Teacher teacher = new Teacher(model, EXACT, List.of(pool));
            final int number = pool.number(0);
            final Labels labels = pool.cache().face(number).weakLabels();
            final Labels taught = teacher.teach(pool.cache(), number, labels);
            final float[] said;
            try (NetworkAffectModel open = NetworkAffectModel.open(model, EXACT)) {
                said = open.predict(List.of(AffectCrops.exact(32).aligned(pool.cache(), number))).get(0).expressions();
            }
            for (int i = 0; i < said.length; i++)
                assertEquals((labels.expressions()[i] + said[i]) / 2, taught.expressions()[i], 1e-5f);
            assertArrayEquals(labels.actionUnits(), taught.actionUnits());
            assertEquals(labels.valence(), taught.valence());
        }
    }

    @Test
    void aModelIsTrainedOn() throws IOException {
        try (TrainingData data = open()) {
            final ModelFolder model = model("small", data, 2);
            final Path work = folder.resolve("on");
            // so slow that nothing is learnt: what comes out is what went in
            final ModelFolder same = new JointRun(SETTINGS.with(SMALL, 1, 8, 1e-12), EXACT, work,
                folder.resolve("same"), Optional.empty(), Optional.of(model)).run(data, false, LISTENER);
            final ModelFolder trained = new JointRun(SETTINGS, EXACT, work, folder.resolve("trained"), Optional.empty(),
                Optional.of(model)).run(data, false, LISTENER);
            final float[] before = expressions(model, data);
            assertArrayEquals(before, expressions(same, data), 1e-3f);
            assertFalse(Arrays.equals(before, expressions(trained, data)));
            final String card = Files.readString(trained.path().resolve("README.md"));
            assertTrue(card.contains("It began as the model small 1.0 and was trained on."), card);
        }
    }

    @Test
    void anEnsembleNamesItsMembersAndSaysTheirMean() throws IOException {
        try (TrainingData data = open()) {
            final ModelFolder one = model("one", data, 1);
            final ModelFolder other = new JointRun(SETTINGS, EXACT, folder.resolve("on"), folder.resolve("other"),
                Optional.empty(), Optional.of(one)).run(data, false, LISTENER);
            final ModelFolder ensemble =
                new ModelExport(EXACT, folder.resolve("both"))
                    .ensemble(List.of(one, other), data, folder.resolve("work"));
            assertEquals(List.of("one 1.0 " + one.sha256(), "other 1.0 " + other.sha256()),
                ensemble.description().members());
            assertEquals(Optional.empty(), ensemble.description().network());
            assertEquals(one.description().trainedOn(), ensemble.description().trainedOn());
            assertFalse(Files.exists(folder.resolve("work/both-uncalibrated")));
            final float[] units = actionUnits(one, data);
            for (int i = 0; i < units.length; i++)
                assertEquals((units[i] + actionUnits(other, data)[i]) / 2, actionUnits(ensemble, data)[i], 1e-5f);
            assertCardTellsOf(ensemble);
            assertEquals("The model " + ensemble.path() + " is an ensemble, which can't be trained "
                + "on: choose one of its members, one 1.0 or other 1.0.",
                assertThrows(AffectException.class, ensemble::network).getMessage());
        }
    }

    private static void assertCardTellsOf(final ModelFolder ensemble) {
        final String card = ensemble.card();
        assertTrue(card.contains("\n### one 1.0\n") && card.contains("\n### other 1.0\n")
            && card.contains("It began as the model one 1.0 and was trained on."), card);
        assertEquals(card.indexOf("## Where it fails"), card.lastIndexOf("## Where it fails"), card);
        assertTrue(card.contains("weak targets only") && card.contains("they aren't independent measures"), card);
    }

    private static float[] actionUnits(final ModelFolder model, final TrainingData data) {
        return said(model, data).actionUnits();
    }

    /** Expressions of the first face for training. */
    private static float[] expressions(final ModelFolder model, final TrainingData data) {
        return said(model, data).expressions();
    }

    private static Prediction said(final ModelFolder model, final TrainingData data) {
        final FacePool pool = FacePool.of(data.caches().get(0), Split.TRAIN);
        try (NetworkAffectModel open = NetworkAffectModel.open(model, EXACT)) {
            return open.predict(List.of(AffectCrops.exact(32).aligned(pool.cache(), pool.number(0)))).get(0);
        }
    }

    /** A task whose validation gives what the test says. */
    private static final class Scored implements TrainingTask {

        private final TrainingTask task;
        private final double[] scores;
        private int epoch;

        Scored(final TrainingTask task, final double... scores) {
            this.task = task;
            this.scores = scores;
        }

        @Override
        public Map<String, Tensor> batch(final long step) {
            return task.batch(step);
        }

        @Override
        public int batchSize() {
            return task.batchSize();
        }

        @Override
        public Validation validate(final Network network) {
            return new Validation(Map.of("score", scores[epoch++]), List.of());
        }
    }

    /** Cancels in the middle of an epoch. */
    private static final class CancelledAfter implements Progress {

        private final long steps;
        private long done;

        CancelledAfter(final long steps) {
            this.steps = steps;
        }

        @Override
        public void update(final long now, final long total, final String message) {
            if (!message.contains("done")) done = now;
        }

        @Override
        public boolean isCancelled() {
            return done > steps;
        }
    }

    static JointTask task(final TrainingData data) {
        return new JointTask(SETTINGS, data);
    }

    /** A model after a few steps: as many epochs, of as many steps. */
    private ModelFolder model(final String name, final TrainingData data, final int epochs) {
        final Path weights = trainer(folder.resolve("run")).train(task(data),
            new TrainingSchedule(epochs, epochs, 0.01, 0, 0, Curve.COSINE, 1), false, LISTENER);
        return new ModelExport(EXACT, folder.resolve(name)).affect(weights, data, SETTINGS);
    }

    private static Trainer trainer(final Path run) {
        return new Trainer(EXACT, SMALL, run, Optional.empty());
    }

    /** The mean loss of an epoch. */
    private static double losses(final String row) {
        final String[] cells = row.split(",");
        return Double.parseDouble(cells[cells.length - 5]);
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (final Path file : files.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private TrainingData open() {
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.05)
            .add("b.png", "train,0,9,0,0,0,0,0,0,0,0", 0.05).add("c.png", "validation,0,9,0,0,0,0,0,0,0,0", -1)
            .add("d.png", "test,0,9,0,0,0,0,0,0,0,0", -1).write(folder);
        return TrainingData.open(DataSets.open(List.of("ferplus:" + folder)), folder.resolve("work"), Progress.NONE);
    }
}
