package org.affectj.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long videos are shared among Spark's tasks, and have the tables of a batch of one process. */
class SharedVideosTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void useThisComputer() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    @AfterEach
    void forget() {
        Batches.forgetSettings();
    }

    @Test
    void partsOfVideosHaveTheTablesOfABatch() throws IOException {
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        final Path video = Batches.SAMPLES.resolve("rendered-face.avi");
        Files.copy(video, inputs.resolve("whole.avi"));
        final byte[] bytes = Files.readAllBytes(video);
        Files.write(inputs.resolve("cut.avi"), Arrays.copyOf(bytes, bytes.length * 7 / 10));
        Batches.portrait(inputs.resolve("portrait.png"), 0);
        final Map<String, String> expected = Batches.plain(inputs, folder.resolve("plain"));
        assertEquals(3, expected.size());

        final String out = folder.resolve("out").toString();
        final Batches.Told told = Batches.spark("analyze", inputs.toString(), "-o", out, "--split", "0.01", "--csv",
            folder.resolve("csv").toString());
        assertEquals("3 of 3 inputs done: " + out, told.out().strip(), told.err());
        Batches.assertSame(expected, folder.resolve("csv"));
        assertTrue(told.err().contains("cut.avi' is damaged: it ends at "), told.err());
    }

    @Test
    void aVideoThatIsChangedBetweenItsPartsIsLeftOut() throws IOException {
        final Path inputs = Files.createDirectory(folder.resolve("in"));
        final Path video = Files.copy(Batches.SAMPLES.resolve("rendered-face.avi"), inputs.resolve("grows.avi"));
        System.setProperty("spark.extraListeners", Toucher.class.getName());
        System.setProperty(Toucher.FILE, video.toString());
        final String out = folder.resolve("out").toString();
        final Batches.Told told = Batches.spark("analyze", inputs.toString(), "-o", out, "--split", "0.01");
        assertEquals("0 of 1 inputs done: " + out, told.out().strip());
        assertTrue(told.err().contains("grows.avi' was changed while it was read"), told.err());
    }

    /** Changes a file once its parts are planned, before a part is measured. */
    public static final class Toucher extends SparkListener {

        static final String FILE = "spark.affectj.touched";

        @Override
        public void onStageCompleted(final SparkListenerStageCompleted stage) {
            if (stage.stageInfo().stageId() > 0) return;
            final Path file = Path.of(System.getProperty(FILE));
            try {
                Files.setLastModifiedTime(file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5000));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void aNumberOfMinutesThatCantBeIsRefused() {
        final Batches.Told told = Batches.spark("analyze", "in", "-o", folder.toString(), "--split", "-1");
        assertEquals("affectj-spark: The option --split can't be -1.0: give 0 for one task a video, or up to 100000 "
            + "minutes.", told.err().strip());
    }
}
