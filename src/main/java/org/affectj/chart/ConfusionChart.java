package org.affectj.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.affectj.metrics.Confusion;
import org.affectj.model.Expression;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;

/** Which expression was taken for which: a row for each true one, with shares of the row and numbers of faces. */
final class ConfusionChart {

    private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private ConfusionChart() {
    }

    static JFreeChart of(final String set, final Confusion confusion) {
        final SymbolAxis x = axis("Expression that the model answers");
        final SymbolAxis y = axis("True expression");
        y.setInverted(true);
        final int classes = Expression.values().length;
        final double[] positions = IntStream.range(0, classes).asDoubleStream().toArray();
        final XYPlot plot = HeatMap.plot(x, y, positions, (column, row) -> share(confusion, row, column));
        for (int row = 0; row < classes; row++)
            for (int column = 0; column < classes; column++)
                if (confusion.count(row, column) > 0) plot.addAnnotation(text(confusion, row, column));
        return ChartStyle.chart("Expressions of " + set, String.format(Locale.ROOT,
            "%d faces; share of the true expression's faces, and their number", confusion.count()), plot, false);
    }

    private static SymbolAxis axis(final String label) {
        final SymbolAxis axis = ChartStyle.styled(new SymbolAxis(label,
            Arrays.stream(Expression.values()).map(Expression::label).toArray(String[]::new)));
        axis.setRange(-0.5, Expression.values().length - 0.5);
        axis.setGridBandsVisible(false);
        return axis;
    }

    private static double share(final Confusion confusion, final int actual, final int predicted) {
        return confusion.actual(actual) == 0 ? 0
            : confusion.count(actual, predicted) / (double) confusion.actual(actual);
    }

    private static XYTextAnnotation text(final Confusion confusion, final int row, final int column) {
        final double share = share(confusion, row, column);
        final XYTextAnnotation text = new XYTextAnnotation(
            String.format(Locale.ROOT, "%.0f %% (%d)", 100 * share, confusion.count(row, column)), column, row);
        text.setFont(NUMBERS);
        text.setPaint(share > 0.5 ? Color.WHITE : Color.BLACK);
        return text;
    }
}
