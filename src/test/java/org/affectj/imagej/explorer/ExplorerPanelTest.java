package org.affectj.imagej.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTable;

import org.affectj.Progress;
import org.affectj.chart.ResultChartKind;
import org.affectj.chart.ResultOutline;
import org.affectj.imagej.ImagePosition;
import org.affectj.imagej.TableRows;
import org.junit.jupiter.api.Test;

/** What the explorer's window shows and does, painted without a screen. */
class ExplorerPanelTest {

    private static final int FRAMES = 5;

    private final TableRows rows = new TableRows("AffectJ Faces", table());
    private final Exploration exploration = new Exploration(rows, ResultOutline.of(rows, Progress.NONE), 1);
    private final ExplorerPanel panel = new ExplorerPanel(exploration, name -> Optional.empty());

    /** A face that smiles in frame 3, and isn't there in frame 4. */
    private static ResultsTable table() {
        final ResultsTable table = new ResultsTable();
        for (int frame = 1; frame <= FRAMES; frame++) {
            table.incrementCounter();
            table.addValue("source", "smile.avi");
            table.addValue("frame", frame);
            table.addValue("time", (frame - 1) / 10.0);
            if (frame == 4) continue;
            table.addValue("track", 1);
            table.addValue("AU04", 0.1);
            table.addValue("AU12", frame == 3 ? 0.9 : 0.2);
            table.addValue("Happiness", frame == 3 ? 0.8 : 0.3);
            table.addValue("expression", "Happiness");
            table.addValue("valence", frame == 3 ? 0.7 : 0);
            table.addValue("arousal", 0.25);
        }
        return table;
    }

    @Test
    void tellsWhatAFrameShows() throws Exception {
        EventQueue.invokeAndWait(() -> exploration.moveTo(3));
        assertEquals("Frame 3 of 5, 0.200 s. Face 1: Happiness 0.80, valence 0.70, arousal 0.25", text());
        assertEquals(2, of(JTable.class).get(0).getSelectedRow());
        EventQueue.invokeAndWait(() -> exploration.moveTo(4));
        assertEquals("Frame 4 of 5. Face 1 isn't in this frame.", text());
        assertEquals("3", of(JTable.class).get(0).getValueAt(2, 1));
    }

    @Test
    void sliderAndRowsGoToFrames() throws Exception {
        EventQueue.invokeAndWait(() -> of(JSlider.class).get(0).setValue(2));
        assertEquals(2, exploration.frame());
        EventQueue.invokeAndWait(() -> of(JTable.class).get(0).setRowSelectionInterval(4, 4));
        assertEquals(5, exploration.frame());
        assertEquals(5, of(JSlider.class).get(0).getValue());
    }

    @Test
    void boxesChooseWhatIsDrawn() throws Exception {
        assertEquals(List.of("AU04", "AU12"), exploration.channels());
        final List<JCheckBox> boxes = of(JCheckBox.class);
        assertEquals("AU12 lip corner puller", boxes.get(1).getText());
        EventQueue.invokeAndWait(() -> {
            boxes.get(0).doClick();
            boxes.get(3).doClick();
        });
        assertEquals(List.of("AU12", "valence"), exploration.channels());
        EventQueue.invokeAndWait(() -> {
            boxes.get(1).doClick();
            boxes.get(3).doClick();
        });
        assertEquals(List.of(), exploration.channels());
        paint();
    }

    @Test
    void everyChartIsDrawn() throws Exception {
        for (final ResultChartKind kind : ResultChartKind.values()) {
            if (!kind.fits(exploration.outline())) continue;
            EventQueue.invokeAndWait(() -> panel.show(kind));
            assertTrue(paint() > 20, kind + " has many colours");
        }
    }

    @Test
    void imageAndWindowMoveTogether() throws Exception {
        final ShownImage stack = new ShownImage();
        try (ImagePosition position = new ImagePosition(stack, exploration::moveTo)) {
            stack.setSlice(3);
            stack.tell();
            assertEquals(3, exploration.frame());
            position.show(5);
            assertEquals(5, stack.getCurrentSlice());
            position.show(6);
            assertEquals(5, stack.getCurrentSlice(), "there is no such slice");
        }
    }

    /** Tells its listeners of another slice, as ImageJ does when a window shows it. */
    private static final class ShownImage extends ImagePlus {

        private static final int UPDATED = 2;

        private ShownImage() {
            super("smile.avi", ImageStack.create(20, 20, FRAMES, 8));
        }

        private void tell() throws Exception {
            notifyListeners(UPDATED);
            EventQueue.invokeAndWait(() -> { });
        }
    }

    /** Frames count over z and t; channels of a position belong together. */
    @Test
    void framesOfHyperstacksAreTheirPositions() {
        final ImagePlus image = new ImagePlus("hyper", ImageStack.create(20, 20, 2 * 3 * 4, 8));
        image.setDimensions(2, 3, 4);
        image.setOpenAsHyperStack(true);
        try (ImagePosition position = new ImagePosition(image, frame -> { })) {
            position.show(8);
            assertEquals("1 2 3", image.getChannel() + " " + image.getSlice() + " " + image.getFrame());
            assertEquals(8, position.frame());
        }
    }

    private String text() {
        return of(JLabel.class).stream().map(JLabel::getText).filter(text -> text.startsWith("Frame"))
            .findFirst().orElseThrow();
    }

    /** @return how many colours there are to see */
    private long paint() throws Exception {
        final BufferedImage image = new BufferedImage(1100, 650, BufferedImage.TYPE_INT_RGB);
        EventQueue.invokeAndWait(() -> {
            panel.setSize(1100, 650);
            layOut(panel);
            panel.printAll(image.createGraphics());
        });
        return Arrays.stream(image.getRGB(0, 0, 1100, 650, null, 0, 1100)).distinct().count();
    }

    private static void layOut(final Container container) {
        container.doLayout();
        for (final Component part : container.getComponents())
            if (part instanceof Container inner) layOut(inner);
    }

    private <C extends Component> List<C> of(final Class<C> type) {
        final List<C> found = new ArrayList<>();
        collect(panel, type, found);
        return found;
    }

    private static <C extends Component> void collect(final Container container, final Class<C> type,
        final List<C> found)
    {
        for (final Component part : container.getComponents()) {
            if (type.isInstance(part)) found.add(type.cast(part));
            if (part instanceof Container inner) collect(inner, type, found);
        }
    }
}
