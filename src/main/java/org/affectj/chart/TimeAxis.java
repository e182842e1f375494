package org.affectj.chart;

import java.util.List;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/** What charts over time have in common: an axis of seconds or frames, and a line where the shown frame lies. */
final class TimeAxis {

    private final ResultOutline outline;
    private final FaceOutline face;
    private final NumberAxis axis;

    /**
     * @param outline what is drawn
     * @param face whose times count
     */
    TimeAxis(final ResultOutline outline, final FaceOutline face) {
        this.outline = outline;
        this.face = face;
        axis = ChartStyle.styled(new NumberAxis(outline.isTimed() ? "Time (seconds)" : "Frame"));
        final double half = outline.step() / 2;
        axis.setRange(outline.position(face, 1) - half,
            Math.max(outline.position(face, outline.lastFrame()), 0) + half);
        axis.setDefaultAutoRange(axis.getRange());
        axis.setAutoRangeIncludesZero(false);
        if (!outline.isTimed()) axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }

    NumberAxis axis() {
        return axis;
    }

    /** @return how wide a bin is on the axis */
    double binWidth() {
        return outline.binWidth() * outline.step();
    }

    /** Draws a line at a frame in place of the one before. */
    void mark(final List<XYPlot> plots, final int frame) {
        for (final XYPlot plot : plots) {
            plot.clearDomainMarkers();
            plot.addDomainMarker(new ValueMarker(outline.position(face, frame), ChartStyle.FAINT, ChartStyle.LINE));
        }
    }

    /** @return the frame at a place of the axis */
    int frame(final double x) {
        return outline.frame(face, x);
    }

    /** @return what joins frames to points, for a subtitle; empty if each frame has its own */
    String bins() {
        return outline.binWidth() == 1 ? "" : "; each point joins " + outline.binWidth() + " frames";
    }
}
