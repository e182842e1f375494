package org.affectj.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.Calibration;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.types.TFloat32;

/** An ensemble says the mean of what its members say of the same pictures. */
class EnsembleTest {

    private static final int FACES = 5;
    private static final NetworkSpecification SMALL = Batches.small(Head.AMTL, Optimizer.ADAMW);

    @TempDir
    private Path folder;

    @BeforeEach
    void makeMembers() {
        make("one", SMALL.withSeed(1));
        make("other", SMALL.withSeed(2).with(new Calibration(1.5, List.of(), List.of())));
    }

    /** A frozen model with fresh weights. */
    private void make(final String name, final NetworkSpecification network) {
        final Path trainable = folder.resolve(name + "-trainable");
        NetworkBuilder.create(network, trainable);
        try (SavedModelBundle bundle = SavedModelBundle.load(trainable.toString())) {
            bundle.session().save(folder.resolve(name + "-weights").toString());
        }
        NetworkBuilder.export(network, folder.resolve(name + "-weights"), folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({ "1", "2" })
    void saysTheMeanOfItsMembers(final double temperature) {
        export(temperature, "one", "other");
        for (final String name : List.of("action_units", "valence_arousal", "graph"))
            assertArrayEquals(mean(said("one", name), said("other", name)), said("ensemble", name), 1e-6f, name);
        final float[] mean = mean(said("one", "expressions"), said("other", "expressions"));
        final float[] expressions = said("ensemble", "expressions");
        for (int face = 0; face < FACES; face++) {
            double sum = 0;
            for (int i = 0; i < 8; i++) sum += Math.pow(mean[8 * face + i], 1 / temperature);
            for (int i = 0; i < 8; i++)
                assertEquals(Math.pow(mean[8 * face + i], 1 / temperature) / sum, expressions[8 * face + i], 1e-6);
        }
    }

    @Test
    void itsActionUnitsAreCalibrated() {
        export(new Calibration(1, Collections.nCopies(12, 2.0), Collections.nCopies(12, -0.5)), "one", "other");
        final float[] mean = mean(said("one", "action_units"), said("other", "action_units"));
        final float[] units = said("ensemble", "action_units");
        for (int i = 0; i < mean.length; i++) {
            final double odds = Math.pow(mean[i] / (1 - mean[i]), 2) * Math.exp(-0.5);
            assertEquals(odds / (1 + odds), units[i], 1e-5);
        }
    }

    @Test
    void embeddingsOfItsMembersStandOneBehindTheOther() {
        export(1, "one", "other");
        final float[] both = said("ensemble", "embedding");
        assertEquals(FACES * 64, both.length);
        for (int face = 0; face < FACES; face++)
            for (int i = 0; i < 32; i++) {
                assertEquals(said("one", "embedding")[32 * face + i], both[64 * face + i], 1e-6f);
                assertEquals(said("other", "embedding")[32 * face + i], both[64 * face + 32 + i], 1e-6f);
            }
    }

    @Test
    void ensemblesAreMembers() {
        export(1, "one", "other");
        Ensemble.export(List.of(folder.resolve("ensemble"), folder.resolve("one")), Calibration.NONE,
            folder.resolve("larger"));
        assertArrayEquals(mean(said("ensemble", "action_units"), said("one", "action_units")),
            said("larger", "action_units"), 1e-6f);
    }

    @Test
    void whatCannotBeAMemberIsRefused() {
        make("large", new NetworkSpecification(Head.AMTL, 64, true, 16, List.of(16, 32), 1, 32, 4,
            8, 0, Optimizer.ADAMW));
        make("points", Batches.small(Head.LANDMARKS, Optimizer.ADAMW));
        assertRefused("An ensemble needs two models or more: name another member.", "one");
        assertRefused("The model in " + folder.resolve("large")
            + " takes pictures of another size than the first one: choose members of one size.", "one", "large");
        assertRefused("The model in " + folder.resolve("points")
            + " can't be a member of an ensemble: choose affect models that AffectJ made.", "one", "points");
        assertRefused("The model in " + folder.resolve("points")
            + " can't be a member of an ensemble: choose affect models that AffectJ made.", "points", "one");
    }

    private void assertRefused(final String message, final String... members) {
        assertEquals(message, assertThrows(AffectException.class, () -> export(1, members)).getMessage());
    }

    private void export(final double temperature, final String... members) {
        export(new Calibration(temperature, List.of(), List.of()), members);
    }

    private void export(final Calibration calibration, final String... members) {
        Ensemble.export(List.of(members).stream().map(folder::resolve).toList(), calibration,
            folder.resolve("ensemble"));
    }

    private float[] said(final String model, final String output) {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.resolve(model).toString());
            Result answer = bundle.function(Network.SERVE).call(Map.of("image", Batches.pictures(3, FACES, 32))))
        {
            return Evaluation.floats((TFloat32) answer.get(output).orElseThrow());
        }
    }

    private static float[] mean(final float[] one, final float[] other) {
        final float[] mean = new float[one.length];
        for (int i = 0; i < mean.length; i++) mean[i] = (one[i] + other[i]) / 2;
        return mean;
    }
}
