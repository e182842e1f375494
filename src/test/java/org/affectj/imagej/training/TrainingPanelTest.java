package org.affectj.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.swing.JButton;

import org.affectj.training.TrainingEpoch;
import org.affectj.training.TrainingStep;
import org.affectj.training.WorstFace;
import org.junit.jupiter.api.Test;

/** What the window of a training shows, painted without a screen. */
class TrainingPanelTest {

    private static final int RED = 0xffc81414;

    private final WatchedTraining training = new WatchedTraining();
    private final TrainingPanel panel = new TrainingPanel(training);

    @Test
    void showsSpeedTimeAndFaces() throws Exception {
        training.update(0, -1, "Cutting out the faces of mine");
        assertEquals("Cutting out the faces of mine", training.text());
        assertEquals(0, count(RED));
        training.stepped(new TrainingStep("joint", 30, 100, 5, Map.of("loss", 0.5), 0.001, 812.4, 300));
        assertEquals("joint: epoch 2 of 5, step 30 of 100, loss 0.500, 812 images/s, 5 min left", training.text());
        training.validated(new TrainingEpoch("joint", 1, 5, 3, Map.of("score", 0.4), true,
            List.of(face(), face())));
        assertEquals(2 * 88 * 88, count(RED), "two thumbnails of 88×88 pixels");
    }

    @Test
    void itsButtonStopsTheTraining() throws Exception {
        assertFalse(training.isCancelled());
        EventQueue.invokeAndWait(() -> button(panel).doClick());
        assertTrue(training.isCancelled());
        assertEquals("Stopping …", training.text());
        assertFalse(button(panel).isEnabled());
        training.close();
        assertEquals("Stopped; the last and the best state are kept: Resume goes on from there.", training.text());
    }

    private static WorstFace face() {
        final byte[] rgb = new byte[32 * 32 * 3];
        for (int i = 0; i < rgb.length; i++)
            rgb[i] = (byte) (i % 3 == 0 ? 200 : 20);
        return new WorstFace("mine 7", 32, rgb, "Happiness, AU 6 12", "Sadness, no AU", 2.5);
    }

    private int count(final int colour) throws Exception {
        final BufferedImage image = new BufferedImage(920, 900, BufferedImage.TYPE_INT_ARGB);
        EventQueue.invokeAndWait(() -> {
            panel.refresh();
            panel.setSize(920, 900);
            layOut(panel);
            panel.printAll(image.createGraphics());
        });
        return (int) Arrays.stream(image.getRGB(0, 0, 920, 900, null, 0, 920)).filter(pixel -> pixel == colour).count();
    }

    private static void layOut(final Container container) {
        container.doLayout();
        for (final Component part : container.getComponents())
            if (part instanceof Container inner) layOut(inner);
    }

    private static JButton button(final Container container) {
        for (final Component part : container.getComponents()) {
            if (part instanceof JButton found) return found;
            if (part instanceof Container inner && button(inner) != null) return button(inner);
        }
        return null;
    }
}
