package org.affectj.imagej.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.affectj.chart.FaceOutline;
import org.affectj.chart.ResultChart;
import org.affectj.chart.ResultChartKind;
import org.affectj.chart.ResultOutline;
import org.affectj.pipeline.ResultRows;

/** What somebody looks at in a results table: which faces, which measures, which frame. Used on Swing's thread only. */
final class Exploration {

    private final ResultRows rows;
    private final ResultOutline outline;
    private final List<Listener> listeners = new ArrayList<>();
    private List<FaceOutline> faces;
    private List<String> channels;
    private int frame;

    /** Learns what changed. */
    interface Listener {

        /** Other faces or measures are drawn. */
        void chosen();

        /** Another frame is shown. */
        void moved();
    }

    /**
     * @param rows of the table
     * @param outline of the same
     * @param frame to show at first
     */
    Exploration(final ResultRows rows, final ResultOutline outline, final int frame) {
        this.rows = rows;
        this.outline = outline;
        this.frame = frame;
        faces = List.of(outline.faces().get(0));
        channels = ResultChartKind.channels(outline, faces.get(0));
    }

    void add(final Listener listener) {
        listeners.add(listener);
    }

    ResultRows rows() {
        return rows;
    }

    ResultOutline outline() {
        return outline;
    }

    /** @return the faces that are drawn, at least one */
    List<FaceOutline> faces() {
        return faces;
    }

    /** @return the measures that are drawn, in the order of tables */
    List<String> channels() {
        return channels;
    }

    int frame() {
        return frame;
    }

    /** Draws other faces; one or more. */
    void choose(final List<FaceOutline> others) {
        faces = List.copyOf(others);
        listeners.forEach(Listener::chosen);
    }

    /** Draws a measure, or no longer. */
    void choose(final String channel, final boolean drawn) {
        channels = outline.channels().stream()
            .filter(name -> name.equals(channel) ? drawn : channels.contains(name)).toList();
        listeners.forEach(Listener::chosen);
    }

    /** Shows another frame. */
    void moveTo(final int other) {
        if (other == frame || other < 1 || other > outline.lastFrame()) return;
        frame = other;
        listeners.forEach(Listener::moved);
    }

    /** @return the row of the first face that is drawn in the frame that is shown; empty if it isn't there */
    OptionalInt row() {
        return outline.row(rows, faces.get(0), frame);
    }

    /** @return what a column says of a row; empty if the table has none of that name */
    String cell(final int row, final String heading) {
        final int column = rows.headings().indexOf(heading);
        return column < 0 ? "" : rows.row(row).get(column);
    }

    /** @return a drawing of what is chosen now, with the frame marked */
    ResultChart chart(final ResultChartKind kind) {
        final ResultChart chart = kind.draw(outline, faces, channels);
        chart.mark(frame);
        return chart;
    }
}
