package org.affectj.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;

import org.affectj.model.ActionUnit;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** F1 of each labelled action unit, with its interval. */
final class ActionUnitChart {

    private ActionUnitChart() {
    }

    /**
     * @param set its name
     * @param figures of its action units, from its report
     */
    static JFreeChart of(final String set, final JsonObject figures) {
        final List<ActionUnit> units =
            Arrays.stream(ActionUnit.values()).filter(unit -> figures.has(unit.name())).toList();
        final XYIntervalSeries series = new XYIntervalSeries("F1");
        for (int i = 0; i < units.size(); i++) {
            final JsonObject unit = figures.getAsJsonObject(units.get(i).name());
            final double f1 = unit.get("f1").getAsDouble();
            final JsonArray ends = unit.getAsJsonArray("f1_95");
            series.add(f1, ends == null ? f1 : ends.get(0).getAsDouble(), ends == null ? f1 : ends.get(1).getAsDouble(),
                i, i, i);
        }
        final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        final XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setErrorStroke(new BasicStroke(2));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-6, -6, 12, 12));
        renderer.setSeriesPaint(0, ChartStyle.COLOURS.get(0));
        final SymbolAxis names = ChartStyle.styled(new SymbolAxis("", units.stream()
            .map(unit -> label(unit, figures.getAsJsonObject(unit.name()))).toArray(String[]::new)));
        names.setRange(-0.7, units.size() - 0.3);
        names.setInverted(true);
        names.setGridBandsVisible(false);
        return ChartStyle.chart("Action units of " + set,
            "Dots: F1; lines: 95 % intervals over subjects; in brackets: faces that show it",
            new XYPlot(data, ChartStyle.axis("F1", 0, 1), names, renderer), false);
    }

    private static String label(final ActionUnit unit, final JsonObject figures) {
        return unit.name() + " " + unit.action() + " (" + figures.get("positives").getAsLong() + ")";
    }
}
