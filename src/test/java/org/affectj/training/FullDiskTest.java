package org.affectj.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.SmallDisk;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Optimizer;
import org.affectj.engine.Operations;
import org.affectj.engine.Precision;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.training.TrainingSchedule.Curve;
import org.affectj.training.data.DataSets;
import org.affectj.training.data.SmallDataSet;
import org.affectj.training.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and what is left when a real disk runs full. */
class FullDiskTest {

    private static final NetworkSpecification SMALL =
        new NetworkSpecification(Head.AMTL, 32, true, 16, List.of(16, 16), 1, 16, 4, 8, 0, Optimizer.ADAMW);
    private static final EngineOptions EXACT = new EngineOptions("cpu", Precision.FLOAT32, 1);
    private static final TrainingSchedule SCHEDULE = new TrainingSchedule(2, 2, 0.01, 0.01, 0, Curve.COSINE, 1);

    @TempDir
    private Path folder;

    @Test
    void aCheckpointThatFindsNoRoomLeavesTheOneBefore() throws IOException {
        final Path run = folder.resolve("disk/run");
        try (TrainingData data = open(); SmallDisk disk = SmallDisk.in(folder.resolve("disk"), 8)) {
            final JointTask task = TrainerTest.task(data);
            final String said = assertThrows(AffectException.class,
                () -> trainer(run).train(task, SCHEDULE, false, afterFirstEpoch(disk))).getMessage();
            assertEquals("The checkpoint in " + run.resolve("checkpoints") + " can't be written: see that the work "
                + "folder is writable and the disk isn't full, then resume (--resume).", said);
            assertFalse(Files.exists(run.resolve("checkpoints/.part")), "what is half written takes no room");
            assertEquals(2, new Checkpoints(run.resolve("checkpoints")).last().orElseThrow().step());
            disk.free();
            trainer(run).train(task, SCHEDULE, true, TrainingListener.of(Progress.NONE));
            assertEquals(4, new Checkpoints(run.resolve("checkpoints")).last().orElseThrow().step());
        }
    }

    @Test
    void featuresThatFindNoRoomLeaveThoseBefore() throws IOException {
        final ModelFolder first = backbone("first", 1);
        final ModelFolder second = backbone("second", 2);
        final Path features = folder.resolve("disk/features");
        try (TrainingData data = open(); SmallDisk disk = SmallDisk.in(folder.resolve("disk"), 1)) {
            final FaceRows rows = new FaceRows(data);
            new FeatureExtraction(first, EXACT, 1, 1).open(rows, features, Progress.NONE).close();
            final byte[] before = Files.readAllBytes(features.resolve("features.bin"));
            disk.fill();
            final String said = assertThrows(AffectException.class,
                () -> new FeatureExtraction(second, EXACT, 1, 1).open(rows, features, Progress.NONE)).getMessage();
            assertEquals("The file '" + features.resolve("features.bin")
                + "' can't be written: see that its folder is writable and that the disk isn't full.", said);
            disk.free();
            try (FeatureCache kept = new FeatureCache(features)) {
                assertEquals(16, kept.length());
            }
            assertEquals(before.length, Files.readAllBytes(features.resolve("features.bin")).length);
            try (var files = Files.list(features)) {
                assertEquals(2, files.count(), "what is half written takes no room");
            }
        }
    }

    private static TrainingListener afterFirstEpoch(final SmallDisk disk) {
        return new TrainingListener() {

            @Override
            public void validated(final TrainingEpoch epoch) {
                if (epoch.epoch() == 2) disk.fill();
            }

            @Override
            public void update(final long done, final long total, final String message) {
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private static Trainer trainer(final Path run) {
        return new Trainer(EXACT, SMALL, run, Optional.empty());
    }

    private ModelFolder backbone(final String name, final int seed) {
        final Path untrained = folder.resolve(name + "-untrained");
        final NetworkSpecification network = SMALL.withSeed(seed);
        EngineLoader.load(EXACT).create(network, untrained);
        try (Network open = EngineLoader.open(untrained, EXACT.with(Operations.TRAINING))) {
            open.save(untrained.resolve("weights"));
        }
        EngineLoader.load(EXACT).export(network, untrained.resolve("weights"), folder.resolve(name));
        return ModelFolder.write(folder.resolve(name), ModelDescription.affect(name, "1", network,
            Collections.nCopies(12, 0.5), 0, 0.05, "MIT", "nothing"));
    }

    private TrainingData open() {
        new SmallDataSet("ferplus", SmallDataSet.FER_PLUS_HEADER).add("a.png", "train,9,0,0,0,0,0,0,0,0,0", 0.05)
            .add("b.png", "train,0,9,0,0,0,0,0,0,0,0", 0.05).add("c.png", "validation,0,9,0,0,0,0,0,0,0,0", -1)
            .add("d.png", "test,0,9,0,0,0,0,0,0,0,0", -1).write(folder);
        return TrainingData.open(DataSets.open(List.of("ferplus:" + folder)), folder.resolve("work"), Progress.NONE);
    }
}
