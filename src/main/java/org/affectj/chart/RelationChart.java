package org.affectj.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.OptionalInt;

import org.affectj.model.ActionUnit;
import org.affectj.pipeline.ActionUnitRelations;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Action units in a circle, joined by lines that are the thicker, the more often a model takes one into account for
 * the other.
 */
public final class RelationChart {

    private static final int SIZE = 900;
    private static final double NODE = 0.14;
    private static final double NAMES_ACROSS = 1.42;
    private static final double NAMES_UP = 1.22;
    private static final double EDGE = 1.7;
    private static final float THICKEST = 7;
    private static final Font UNITS = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final Font ACTIONS = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    private static final ActionUnit[] ALL = ActionUnit.values();

    private RelationChart() {
    }

    /**
     * @param relations of one face or more
     * @return the chart
     */
    public static ResultChart of(final ActionUnitRelations relations) {
        final XYPlot plot = new XYPlot(new XYSeriesCollection(), hidden(), hidden(), new XYLineAndShapeRenderer());
        for (int i = 0; i < ALL.length; i++)
            for (int j = i + 1; j < ALL.length; j++) join(plot, relations, ALL[i], ALL[j]);
        for (final ActionUnit unit : ALL) addNode(plot, relations, unit);
        final String subtitle = "Lines: how often the model takes one into account for the other; thickest: "
            + "always, both ways. Blue: mean value. Faces: " + relations.faces();
        final JFreeChart chart = ChartStyle.chart("Relations of action units", subtitle, plot, false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setOutlineVisible(false);
        return new ResultChart(chart, SIZE, SIZE, List.of("action_unit", "other", "share"), table -> {
            for (final ActionUnit unit : ALL)
                for (final ActionUnit other : ALL)
                    table.accept(new Object[] { unit.name(), other.name(), relations.share(unit, other) });
        }, frame -> { }, (x, y) -> OptionalInt.empty());
    }

    private static NumberAxis hidden() {
        final NumberAxis axis = new NumberAxis();
        axis.setRange(-EDGE, EDGE);
        axis.setVisible(false);
        return axis;
    }

    private static void join(final XYPlot plot, final ActionUnitRelations relations, final ActionUnit unit,
        final ActionUnit other)
    {
        final double share = (relations.share(unit, other) + relations.share(other, unit)) / 2;
        if (!(share > 0)) return;
        plot.addAnnotation(new XYLineAnnotation(x(unit), y(unit), x(other), y(other),
            new BasicStroke((float) (share * THICKEST)), new Color(0x33, 0x33, 0x33, 40 + (int) (150 * share))));
    }

    private static void addNode(final XYPlot plot, final ActionUnitRelations relations, final ActionUnit unit) {
        final Color fill = (Color) HeatMap.blocks(1, 1).getPaintScale().getPaint(relations.mean(unit));
        plot.addAnnotation(new XYShapeAnnotation(
            new Ellipse2D.Double(x(unit) - NODE, y(unit) - NODE, 2 * NODE, 2 * NODE), new BasicStroke(1.5f),
            Color.BLACK, fill));
        addText(plot, unit.name(), x(unit), y(unit), UNITS, relations.mean(unit) > 0.5 ? Color.WHITE : Color.BLACK);
        addText(plot, unit.action(), NAMES_ACROSS * x(unit), NAMES_UP * y(unit), ACTIONS, Color.BLACK);
    }

    private static void addText(final XYPlot plot, final String text, final double x, final double y, final Font font,
        final Color colour)
    {
        final XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setFont(font);
        annotation.setPaint(colour);
        plot.addAnnotation(annotation);
    }

    /** The first action unit stands at the top, the others follow clockwise. */
    private static double x(final ActionUnit unit) {
        return Math.sin(2 * Math.PI * unit.ordinal() / ALL.length);
    }

    private static double y(final ActionUnit unit) {
        return Math.cos(2 * Math.PI * unit.ordinal() / ALL.length);
    }
}
