package org.affectj.imagej.explorer;

import ij.IJ;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Path;

import javax.swing.JButton;
import javax.swing.JPanel;

import org.affectj.AffectException;
import org.affectj.chart.ResultChart;
import org.affectj.chart.ResultChartKind;
import org.affectj.chart.ResultChartPanel;

/** One chart of the explorer with the button that saves it. Draws only while it is looked at. */
final class ChartTab extends JPanel implements Exploration.Listener {

    private static final long serialVersionUID = 1L;

    private final transient Exploration exploration;
    private final ResultChartKind kind;
    private final ResultChartPanel panel;
    private transient ResultChart chart;
    private boolean stale = true;

    /**
     * @param exploration what is looked at
     * @param kind of the chart
     * @param save saves what it is given
     */
    ChartTab(final Exploration exploration, final ResultChartKind kind, final SaveDialog save) {
        super(new BorderLayout());
        this.exploration = exploration;
        this.kind = kind;
        panel = new ResultChartPanel(exploration::moveTo);
        final JButton button = new JButton("Save chart…");
        button.setToolTipText("As a picture (PNG), a drawing to edit (SVG), or the numbers that it shows (CSV): "
            + "end the name with it.");
        button.addActionListener(click -> save.ask(kind.fileName()).ifPresent(this::save));
        final JPanel below = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        below.add(button);
        add(panel, BorderLayout.CENTER);
        add(below, BorderLayout.SOUTH);
        exploration.add(this);
    }

    /** Draws what is chosen now, if that isn't drawn yet. */
    void draw() {
        if (!stale) return;
        stale = false;
        chart = exploration.chart(kind);
        panel.show(chart);
    }

    private void save(final Path file) {
        try {
            exploration.chart(kind).save(file);
        }
        catch (final AffectException e) {
            IJ.error("AffectJ", e.getMessage());
        }
    }

    @Override
    public void chosen() {
        stale = true;
        if (isShowing()) draw();
    }

    @Override
    public void moved() {
        if (chart != null && !stale) chart.mark(exploration.frame());
    }
}
