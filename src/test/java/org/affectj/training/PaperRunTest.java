package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.model.ActionUnit;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.SmallDataSet;
import org.affectj.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Heads trained stage by stage on a small frozen network, with the real engine. */
class PaperRunTest {

    private static final NetworkSpecification SMALL =
        new NetworkSpecification(Head.AMTL, 32, true, 16, List.of(16, 16), 1, 16, 4, 8, 0, Optimizer.ADAMW);
    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 0);

    @TempDir
    private Path folder;

    private final List<String> messages = new ArrayList<>();

    @Test
    void stagesWithoutLabelsAreSkippedAndTheModelTakesPictures() throws IOException {
        final ModelFolder backbone = backbone("small", 1);
        try (TrainingData data = open()) {
            run(PaperSettings.PAPER, 2, backbone).run(data, false, listener());
        }
        assertTrue(messages.contains("No training face is labelled for action units: this stage is skipped."));
        assertTrue(messages.contains("No training face is labelled for valence and arousal: this stage is skipped."));
        final ModelFolder model = ModelFolder.open(folder.resolve("out")); // what it says was compared when it was made
        assertEquals(32, model.description().inputSize());
        assertEquals(0.5, model.description().network().orElseThrow().dropout());
        assertTrue(Files.readString(model.path().resolve("README.md"))
            .contains("\n| expressions, macro F1 of those present | "));
    }

    @Test
    void aModelsOwnHeadsAreTrainedOnAndOnlyResumedWithTheSameSettings() throws IOException {
        final ModelFolder backbone = backbone("small", 1);
        try (TrainingData data = open()) {
            run(PaperSettings.FINE_TUNE, 1, backbone).run(data, false, listener());
            assertTrue(Files.readString(folder.resolve("out/README.md")).contains("| before |"));
            final String refused = assertThrows(AffectException.class,
                () -> run(PaperSettings.FINE_TUNE, 2, backbone).run(data, true, listener())).getMessage();
            assertTrue(refused.contains("settings.epochs was 1 and is 2"), refused);
        }
    }

    @Test
    void aModelThatAsksTooMuchLearnsWhereActionUnitsBegin() throws IOException {
        final ModelFolder backbone = backbone("small", 1, 0.99);
        try (TrainingData data = smilingFaces()) {
            run(PaperSettings.FINE_TUNE, 1, backbone).run(data, false, listener());
        }
        final ModelFolder model = ModelFolder.open(folder.resolve("out"));
        assertTrue(model.description().thresholds().get(ActionUnit.AU12.ordinal()) <= 0.95);
        assertEquals(0.99, model.description().thresholds().get(ActionUnit.AU01.ordinal()),
            "there is none to choose by");
        final JsonObject comparison =
            JsonParser.parseString(Files.readString(folder.resolve("work/runs/out/comparison.json"))).getAsJsonObject();
        assertEquals("test", comparison.get("split").getAsString());
        assertEquals(3, comparison.get("subjects").getAsInt());
        assertEquals(6, comparison.get("faces").getAsInt());
        // all faces smile: F1 is 0 where none reaches 0.99, and 1 where all reach the new threshold, whoever is drawn
        assertEquals(JsonParser.parseString("{before: 0.0, after: 1.0, difference: 1.0, low: 1.0, high: 1.0}"),
            comparison.get("action_unit_f1"));
        assertTrue(Files.readString(model.path().resolve("README.md"))
            .contains("| 0.0000 | 1.0000 | +1.0000 | +1.0000 to +1.0000 | better |"));
    }

    @Test
    void featuresOfAnotherBackboneAreMadeAgainAndDamagedOnesRefused() throws IOException {
        final Path features = folder.resolve("features");
        try (TrainingData data = open()) {
            final FaceRows rows = new FaceRows(data);
            final float first = first(backbone("a", 1), rows, features);
            assertEquals(first, first(ModelFolder.open(folder.resolve("a")), rows, features));
            assertEquals(List.of(), messages.stream().filter(text -> text.contains("again")).toList());
            first(backbone("b", 2), rows, features);
            assertTrue(messages.contains("features are made again: the backbone is another"));
            Files.write(features.resolve("features.bin"), new byte[7]);
            assertEquals("The features in " + features + " are damaged: delete that folder, they are made again.",
                assertThrows(AffectException.class, () -> first(ModelFolder.open(folder.resolve("b")), rows, features))
                    .getMessage());
        }
    }

    @Test
    void keptFeaturesAreTheBackbonesEmbedding() {
        final ModelFolder backbone = backbone("small", 1);
        try (TrainingData data = open();
                Network network = EngineLoader.open(backbone.path(), EXACT);
                FeatureCache features = new FeatureExtraction(backbone, EXACT, 2, 1)
                    .open(new FaceRows(data), folder.resolve("features"), Progress.NONE)) {
            final float[] kept = new float[16];
            features.read(1, 2, kept, 0); // a validation face, so without augmentation
            final float[] expected = network.call(Network.SERVE, java.util.Map.of("image",
                AffectCrops.exact(32).drawn(new FaceRows(data), 2, 3, 0))).get("embedding").floats();
            for (int i = 0; i < 16; i++)
                assertEquals(expected[i], kept[i], 1e-5f);
        }
    }

    @Test
    void anEpochShowsEachFaceOnceInAnotherOrder() {
        final ModelFolder backbone = backbone("small", 1);
        try (TrainingData data = open();
                FeatureCache features = new FeatureExtraction(backbone, EXACT, 1, 1)
                    .open(new FaceRows(data), folder.resolve("features"), Progress.NONE)) {
            final HeadTask task = new HeadTask(HeadStage.EXPRESSIONS, new FaceRows(data), features, 256, 1,
                Collections.nCopies(12, 0.5), false, 32);
            assertEquals(1, task.steps());
            final float[] labels = task.batch(0).get("expression").floats();
            assertEquals(2, labels.length / 8);
            assertEquals(1, labels[0] + labels[8]); // one of the two is neutral
            assertEquals(1, labels[4] + labels[12]); // the other is happy
            // c = n / (8 n_k) = 2 / (8 · 1), what never occurs as if once
            assertEquals(0.25f, task.batch(0).get("class_weights").floats()[0]);
        }
    }

    private float first(final ModelFolder backbone, final FaceRows rows, final Path into) {
        try (FeatureCache features = new FeatureExtraction(backbone, EXACT, 1, 1).open(rows, into, listener())) {
            final float[] vector = new float[features.length()];
            features.read(0, 0, vector, 0);
            return vector[0];
        }
    }

    private PaperRun run(final PaperSettings of, final int epochs, final ModelFolder backbone) {
        return new PaperRun(new PaperSettings(of.fineTune(), of.head(), of.neighbours(), of.attention(), of.dropout(),
            of.options(), of.optimizer(), of.curve(), of.learningRate(), of.weightDecay(), epochs,
            of.batch(), of.draws(), of.seed()), backbone, EXACT, folder.resolve("work"), folder.resolve("out"));
    }

    private TrainingListener listener() {
        return TrainingListener.of(new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                messages.add(message);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
    }

    private ModelFolder backbone(final String name, final int seed) {
        return backbone(name, seed, 0.5);
    }

    /** An untrained model. */
    private ModelFolder backbone(final String name, final int seed, final double threshold) {
        final Path model = folder.resolve(name);
        final Path untrained = folder.resolve(name + "-untrained");
        final NetworkSpecification network = SMALL.withSeed(seed);
        EngineLoader.load(EXACT).create(network, untrained);
        try (Network open = EngineLoader.open(untrained, EXACT.with(Operations.TRAINING))) {
            open.save(untrained.resolve("weights"));
        }
        EngineLoader.load(EXACT).export(network, untrained.resolve("weights"), model);
        return ModelFolder.write(model, ModelDescription.affect(name, "1", network, Collections.nCopies(12, threshold),
            0, 0.05, "MIT", "nothing"));
    }

    private TrainingData open() {
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.05)
            .add("b.png", "train,0,9,0,0,0,0,0,0,0,0", 0.05).add("c.png", "validation,0,9,0,0,0,0,0,0,0,0", -1)
            .add("d.png", "test,0,9,0,0,0,0,0,0,0,0", -1).write(folder);
        return TrainingData.open(DataSets.open(List.of("ferplus:" + folder)), folder.resolve("work"), Progress.NONE);
    }

    /** The same face of 14 people, twice, with 7, 4 and 3 of them in the splits, with a smile. */
    private TrainingData smilingFaces() throws IOException {
        ImageIO.write(SmallDataSet.disc(), "png", folder.resolve("face.png").toFile());
        final List<String> rows = new ArrayList<>(List.of("image,subject,split,AU12"));
        for (int person = 0; person < 14; person++)
            for (int i = 0; i < 2; i++)
                rows.add("face.png," + person + "," + (person < 7 ? "train" : person < 11 ? "validation" : "test")
                    + ",1");
        Files.write(folder.resolve("smiles.csv"), rows);
        return TrainingData.open(DataSets.open(List.of("csv:" + folder.resolve("smiles.csv"))), folder.resolve("work"),
            Progress.NONE);
    }
}
