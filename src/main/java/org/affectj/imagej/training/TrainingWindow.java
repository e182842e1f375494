package org.affectj.imagej.training;

import ij.WindowManager;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.JFrame;

/** The window that shows a training while it runs, and stays when it has ended. */
public final class TrainingWindow {

    private TrainingWindow() {
    }

    /**
     * Opens a window where there is a screen. Who closes it lets the training go on.
     *
     * @param name of the model that is trained
     * @param training to look at
     */
    public static void open(final String name, final WatchedTraining training) {
        if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> show(name, training));
    }

    private static void show(final String name, final WatchedTraining training) {
        final JFrame frame = new JFrame("Training " + name);
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {

            @Override
            public void windowClosed(final WindowEvent event) {
                WindowManager.removeWindow(frame);
            }
        });
        frame.add(new TrainingPanel(training));
        frame.pack();
        WindowManager.addWindow(frame);
        frame.setVisible(true);
    }
}
