package org.affectj.chart;

import java.awt.BorderLayout;

import javax.swing.JPanel;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/** The curves of a training in a window, where they can be zoomed into and saved. */
public final class CurvesPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient TrainingCurves curves;
    private final transient JFreeChart chart;

    /** @param curves to show; others may add to them meanwhile */
    public CurvesPanel(final TrainingCurves curves) {
        super(new BorderLayout());
        this.curves = curves;
        chart = curves.chart();
        add(new ChartPanel(chart));
    }

    /** Draws what there is now; on Swing's thread. */
    public void refresh() {
        curves.renew(chart);
    }
}
