package org.affectj.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

import javax.swing.JPanel;

import org.jfree.chart.ChartMouseEvent;
import org.jfree.chart.ChartMouseListener;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** A chart of results in a window: a click goes to the frame at that place, a drag zooms in. */
public final class ResultChartPanel extends JPanel {

    private static final long serialVersionUID = 1L;
    /** Beyond these sizes JFreeChart would stretch a drawing, letters too. */
    private static final int SMALLEST = 100;
    private static final int LARGEST = 8000;

    private final transient IntConsumer pointed;
    private transient ResultChart shown;
    private ChartPanel panel;

    /** @param pointed takes the frame, from 1, that the user clicks at */
    public ResultChartPanel(final IntConsumer pointed) {
        super(null);
        this.pointed = pointed;
        setBackground(Color.WHITE);
    }

    /** Shows a chart in place of the one before. */
    public void show(final ResultChart chart) {
        shown = chart;
        if (panel != null) {
            panel.setChart(chart.chart());
            return;
        }
        panel = new ChartPanel(chart.chart(), getWidth(), getHeight(), SMALLEST, SMALLEST, LARGEST, LARGEST,
            true, false, true, false, true, true);
        panel.addChartMouseListener(new ChartMouseListener() {

            @Override
            public void chartMouseClicked(final ChartMouseEvent event) {
                frame(panel.translateScreenToJava2D(event.getTrigger().getPoint())).ifPresent(pointed);
            }

            @Override
            public void chartMouseMoved(final ChartMouseEvent event) {
                // tool tips are enough
            }
        });
        add(panel);
        revalidate();
    }

    /** A chart of a plane stays square; others take all the room. */
    @Override
    public void doLayout() {
        if (panel == null) return;
        final int side = Math.min(getWidth(), getHeight());
        if (shown.isSquare()) panel.setBounds((getWidth() - side) / 2, (getHeight() - side) / 2, side, side);
        else panel.setBounds(0, 0, getWidth(), getHeight());
    }

    /** @return the frame at a place of the panel, in pixels */
    OptionalInt frame(final Point2D at) {
        final Rectangle2D area = panel.getChartRenderingInfo().getPlotInfo().getDataArea();
        if (at.getX() < area.getMinX() || at.getX() > area.getMaxX()) return OptionalInt.empty();
        final XYPlot plot = shown.chart().getXYPlot();
        final double x = plot.getDomainAxis().java2DToValue(at.getX(), area, RectangleEdge.BOTTOM);
        final double y = plot instanceof CombinedDomainXYPlot ? 0
            : plot.getRangeAxis().java2DToValue(at.getY(), area, RectangleEdge.LEFT);
        return shown.frame(x, y);
    }
}
