package org.affectj.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.affectj.engine.NetworkSpecification;
import org.affectj.engine.NetworkSpecification.Head;
import org.affectj.engine.NetworkSpecification.Similarity;
import org.affectj.model.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell's options on new heads for the shipped model's features. */
class TrainPaperTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFaces() throws IOException {
        final List<String> rows = new ArrayList<>(List.of("image,split,AU12,expression"));
        final Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            final BufferedImage face = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 112 * 112; pixel++)
                face.setRGB(pixel % 112, pixel / 112, random.nextInt(1 << 24));
            ImageIO.write(face, "png", folder.resolve(i + ".png").toFile());
            rows.add(i + ".png," + (i < 6 ? "train" : i == 6 ? "validation" : "test") + "," + i % 2 + "," + i % 3);
        }
        Files.write(folder.resolve("faces.csv"), rows);
    }

    @Test
    void theModelIsMadeAsAsked() {
        final ShellRun run = train("--head", "FMTL", "--neighbours", "3", "--head-option", "messages=false",
            "--head-option", "similarity=COSINE", "--seed", "7", "--epochs", "1");
        assertEquals(0, run.status(), run.errors());
        final NetworkSpecification network =
            ModelFolder.open(folder.resolve("models/mine")).description().network().orElseThrow();
        assertEquals(Head.FMTL, network.head());
        assertEquals(3, network.neighbours());
        assertEquals(Similarity.COSINE, network.options().similarity());
        assertEquals(false, network.options().messages());
        assertEquals(7, network.seed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--head TOKEN_GRAPH            "
            + "| The head TOKEN_GRAPH takes no feature vectors: use AMTL, MTL, MULTI_HEAD or FMTL.",
        "--head-option mesages=false   "
            + "| The head has no option 'mesages': give one of queryGradient, replicateTrainModeAu, attention, "
            + "attentionResidual, query, softmaxedKeys, messages, selfLoops, similarity, batchNormEpsilon, "
            + "batchNormDecay, expressionMean, mirrored.",
        "--head-option messages=no     | The head's option messages can't be 'no': give true or false.",
        "--head-option similarity=near "
            + "| The head's option similarity can't be 'near': see docs/network.md for its values.",
        "--head-option mirrored=true   "
            + "| Heads on features see no pictures: leave out mirrored, or train a mirrored backbone." })
    void saysWhichValueIsWrong(final String option, final String message) {
        final ShellRun run = train(option.split(" "));
        assertEquals("affectj: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }

    private ShellRun train(final String... more) {
        final List<Object> all = new ArrayList<>(List.of("train", "paper", "--data",
            "csv:" + folder.resolve("faces.csv"), "--work", folder.resolve("work"), "--output",
            folder.resolve("models/mine")));
        all.addAll(List.of(more));
        return ShellRun.of(all.toArray());
    }
}
