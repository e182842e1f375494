package org.affectj.imagej.explorer;

import ij.ImagePlus;
import ij.WindowManager;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.Optional;

import javax.swing.JFrame;

import org.affectj.chart.ResultOutline;
import org.affectj.imagej.ImagePosition;
import org.affectj.imagej.OutputWindows;
import org.affectj.pipeline.ResultRows;

/** The window that shows a results table as charts and rows, and moves with the image that was analysed. */
public final class ExplorerWindow implements OutputWindows.Window {

    private final ResultRows rows;
    private final ResultOutline outline;
    private final Optional<ImagePlus> image;

    /**
     * @param rows of the table; closed with the window
     * @param outline of the same table
     * @param image that was analysed; empty if it isn't open
     */
    public ExplorerWindow(final ResultRows rows, final ResultOutline outline, final Optional<ImagePlus> image) {
        this.rows = rows;
        this.outline = outline;
        this.image = image;
    }

    @Override
    public void open() {
        EventQueue.invokeLater(this::show);
    }

    private void show() {
        final Exploration[] shown = new Exploration[1];
        final Optional<ImagePosition> position = image.map(open -> new ImagePosition(open,
            frame -> EventQueue.invokeLater(() -> shown[0].moveTo(frame))));
        final Exploration exploration = new Exploration(rows, outline, position.map(ImagePosition::frame).orElse(1));
        shown[0] = exploration;
        position.ifPresent(linked -> exploration.add(new Exploration.Listener() {

            @Override
            public void chosen() {
                // the image shows all faces
            }

            @Override
            public void moved() {
                linked.show(exploration.frame());
            }
        }));
        final JFrame frame = new JFrame("Explore " + rows.name()
            + image.map(open -> ", linked with " + open.getTitle()).orElse(", not linked with an image"));
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {

            @Override
            public void windowClosed(final WindowEvent event) {
                WindowManager.removeWindow(frame);
                position.ifPresent(ImagePosition::close);
                rows.close();
            }
        });
        frame.add(new ExplorerPanel(exploration, ExplorerWindow::ask));
        frame.pack();
        image.map(ImagePlus::getWindow).ifPresent(window -> place(frame, window.getBounds()));
        WindowManager.addWindow(frame);
        frame.setVisible(true);
    }

    /** Puts a window to the right of the image, as far as the screen goes. */
    private static void place(final JFrame frame, final Rectangle image) {
        final Rectangle screen = frame.getGraphicsConfiguration().getBounds();
        frame.setLocation(Math.max(screen.x,
            Math.min(image.x + image.width, screen.x + screen.width - frame.getWidth())),
            Math.max(screen.y, Math.min(image.y, screen.y + screen.height - frame.getHeight())));
    }

    private static Optional<Path> ask(final String name) {
        final ij.io.SaveDialog dialog = new ij.io.SaveDialog("Save chart (.png, .svg or .csv)", name, ".png");
        return Optional.ofNullable(dialog.getFileName()).map(file -> Path.of(dialog.getDirectory(), file));
    }
}
