package org.affectj.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import org.affectj.Progress;
import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;

/**
 * What ships, on a clip of rendered people, five frames a second: five stand side by side; the first two change places,
 * one before the other, while the third goes away; then the fifth leaves, and the third is back at that place a moment
 * later, after 2.8 seconds, while somebody new stands where the third was.
 */
class PeopleTest {

    private static final int FRAMES = 26;
    private static final int SIDE = 126;

    private static Map<Integer, List<Integer>> tracks(final boolean byLooks) throws IOException {
        final BufferedImage people = ImageIO.read(Path.of("src/test/resources/six-rendered-people.jpg").toFile());
        final Map<Integer, List<Integer>> tracks = new TreeMap<>();
        try (FaceAlignment alignment =
            FaceAlignment.open(AnalysisOptions.DEFAULT.withTracking(new Tracking(1, 1, byLooks)), 112))
        {
            alignment.align(new Scene(people), (record, crop) -> tracks
                .computeIfAbsent(record.frame(), frame -> new ArrayList<>()).add(record.track()), Progress.NONE);
        }
        return tracks;
    }

    @Test
    void everybodyKeepsANumberThroughCrossingsAndAbsences() throws IOException {
        final Map<Integer, List<Integer>> tracks = tracks(true);
        for (int frame = 1; frame <= 4; frame++)
            assertEquals(List.of(1, 2, 3, 4, 5), tracks.get(frame), "frame " + frame);
        for (int frame = 13; frame <= 16; frame++)
            assertEquals(List.of(2, 1, 4, 5), tracks.get(frame), "frame " + frame);
        for (int frame = 17; frame <= 18; frame++) assertEquals(List.of(2, 1, 4), tracks.get(frame), "frame " + frame);
        for (int frame = 19; frame <= FRAMES; frame++)
            assertEquals(List.of(2, 1, 6, 4, 3), tracks.get(frame), "frame " + frame);
    }

    @Test
    void placeAloneTakesWhoComesBackForWhoWasThere() throws IOException {
        assertEquals(List.of(6, 4, 5), tracks(false).get(FRAMES).subList(2, 5));
    }

    /** The people on grey. */
    private record Scene(BufferedImage people) implements FrameSource {

        @Override
        public String name() {
            return "scene";
        }

        @Override
        public int size() {
            return FRAMES;
        }

        @Override
        public double time(final int place) {
            return (place - 1) / 5.0;
        }

        @Override
        public Frame frame(final int place) {
            final BufferedImage picture = new BufferedImage(640, 260, BufferedImage.TYPE_INT_RGB);
            final Graphics2D graphics = picture.createGraphics();
            graphics.setColor(Color.GRAY);
            graphics.fillRect(0, 0, 640, 260);
            final double crossed = Math.max(0, Math.min(1, (place - 5) / 7.0));
            draw(graphics, 1, 1 - crossed);
            draw(graphics, 0, crossed);
            if (place <= 4) draw(graphics, 2, 2);
            draw(graphics, 3, 3);
            if (place <= 16) draw(graphics, 4, 4);
            if (place > 18) draw(graphics, 2, 4);
            if (place > 18) draw(graphics, 5, 2);
            graphics.dispose();
            return new Frame(place, time(place),
                ArrayImgs.argbs(picture.getRGB(0, 0, 640, 260, null, 0, 640), 640, 260));
        }

        /** Draws a person at a place, counted from the left. */
        private void draw(final Graphics2D graphics, final int person, final double place) {
            final int left = (int) Math.round(5 + SIDE * place);
            graphics.drawImage(people, left, 60, left + SIDE, 60 + SIDE, 192 * person, 0,
                192 * (person + 1), 192, null);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
