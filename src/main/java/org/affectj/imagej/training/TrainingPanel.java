package org.affectj.imagej.training;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;

import org.affectj.chart.CurvesPanel;
import org.affectj.training.WorstFace;

/**
 * A training to look at: curves, speed, the time that is left, the worst faces, and a button that stops it. While it is
 * shown, it looks twice a second at what there is.
 */
final class TrainingPanel extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int MILLISECONDS = 500;

    private final transient WatchedTraining training;
    private final CurvesPanel curves;
    private final WorstFaceGallery gallery = new WorstFaceGallery();
    private final JLabel state = new JLabel();
    private final JButton stop = new JButton("Stop");
    private final Timer timer = new Timer(MILLISECONDS, tick -> refresh());
    private transient List<WorstFace> shown = List.of();

    /** @param training to look at */
    TrainingPanel(final WatchedTraining training) {
        super(new BorderLayout(8, 8));
        this.training = training;
        curves = new CurvesPanel(training.curves());
        setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        stop.setToolTipText("Ends the training; its last and its best state are kept, and Resume goes on from there.");
        stop.addActionListener(click -> {
            training.stop();
            refresh();
        });
        final JPanel top = new JPanel(new BorderLayout());
        top.add(state, BorderLayout.CENTER);
        top.add(stop, BorderLayout.EAST);
        curves.setPreferredSize(new Dimension(920, 420));
        gallery.setPreferredSize(new Dimension(920, 410));
        add(top, BorderLayout.NORTH);
        add(curves, BorderLayout.CENTER);
        add(gallery, BorderLayout.SOUTH);
        refresh();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        timer.start();
    }

    @Override
    public void removeNotify() {
        timer.stop();
        super.removeNotify();
    }

    /** Draws what there is; on Swing's thread. */
    void refresh() {
        final boolean last = training.hasEnded(); // before the figures, so that none is missed
        curves.refresh();
        if (shown != training.worst()) {
            shown = training.worst();
            gallery.show(shown);
        }
        state.setText(training.text());
        stop.setEnabled(training.goesOn());
        if (last) timer.stop();
    }
}
