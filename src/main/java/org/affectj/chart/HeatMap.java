package org.affectj.chart;

import java.awt.Color;
import java.awt.Paint;
import java.util.function.ToDoubleBiFunction;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** Squares whose blue is the darker the larger their value is. */
final class HeatMap {

    private static final Color DARKEST = new Color(0x08519C);

    private HeatMap() {
    }

    /** White for 0, the darkest blue for 1. */
    private static final class Blues implements PaintScale {

        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Paint getPaint(final double value) {
            final double share = Math.max(0, Math.min(1, value));
            return new Color(mixed(255, DARKEST.getRed(), share), mixed(255, DARKEST.getGreen(), share),
                mixed(255, DARKEST.getBlue(), share));
        }

        private static int mixed(final int from, final int to, final double share) {
            return (int) Math.round(from + share * (to - from));
        }
    }

    /**
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param positions where the middles of columns and rows lie on the axes
     * @param value from 0 to 1, of a column and a row
     * @return the drawing
     */
    static XYPlot plot(final ValueAxis x, final ValueAxis y, final double[] positions,
        final ToDoubleBiFunction<Integer, Integer> value)
    {
        final int side = positions.length;
        final double[][] squares = new double[3][side * side];
        for (int column = 0; column < side; column++)
            for (int row = 0; row < side; row++) {
                squares[0][column * side + row] = positions[column];
                squares[1][column * side + row] = positions[row];
                squares[2][column * side + row] = value.applyAsDouble(column, row);
            }
        final DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", squares);
        final XYBlockRenderer renderer = blocks(positions[1] - positions[0], positions[1] - positions[0]);
        final XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return plot;
    }

    /**
     * @param width of a block, in units of the horizontal axis
     * @param height of a block, in units of the vertical axis
     * @return what draws values from 0 (white) to 1 (the darkest blue) as blocks
     */
    static XYBlockRenderer blocks(final double width, final double height) {
        final XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockWidth(width);
        renderer.setBlockHeight(height);
        renderer.setPaintScale(new Blues());
        return renderer;
    }
}
