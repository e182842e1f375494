package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.affectj.video.VideoFrames;
import org.affectj.video.VideoWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A macro opens a video and analyses it. */
class OpenVideoTest {

    @TempDir
    private Path folder;

    @Test
    void macroOpensAndAnalyses() throws Exception {
        final BufferedImage read = ImageIO.read(Path.of("samples/astronaut.png").toFile());
        final BufferedImage portrait = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        portrait.createGraphics().drawImage(read, 0, 0, null);
        final Path video = Files.createDirectories(folder.resolve("with space")).resolve("face.mp4");
        VideoWriter.to(video).write(3, number -> portrait, number -> 100L * number * number - 100);
        final Path csv = folder.resolve("faces.csv");
        final Path annotated = folder.resolve("annotated.mp4");
        PlainImageJ.start();
        assertEquals("3 0.800 s", PlainImageJ.runMacro("run('Open Video...', 'video=[" + video + "]');\n"
            + "run('Analyze Faces...', 'csv=[" + csv + "] annotatedvideo=[" + annotated + "]'); setSlice(3); "
            + "found = '' + nSlices + ' ' + getInfo('slice.label'); close(); return found;"));
        assertEquals(List.of("0.000000", "0.300000", "0.800000"),
            Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",")[2]).toList());
        try (VideoFrames frames = VideoFrames.open(annotated)) {
            assertEquals(List.of(0.0, 0.3, 0.8), List.of(frames.time(1), frames.time(2), frames.time(3)));
            assertEquals(3, frames.size());
        }
    }
}
