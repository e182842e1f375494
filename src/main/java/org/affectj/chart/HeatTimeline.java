package org.affectj.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.affectj.model.ActionUnit;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/** All action units of one face over time: a line of squares each, the darker the more of it there is. */
final class HeatTimeline {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 640;

    private HeatTimeline() {
    }

    /**
     * @param outline of a table
     * @return whether it tells action units
     */
    static boolean fits(final ResultOutline outline) {
        return outline.channels().contains(ActionUnit.AU01.name());
    }

    /**
     * @param outline of a table that {@linkplain #fits fits}
     * @param face of it
     * @return the chart
     */
    static ResultChart of(final ResultOutline outline, final FaceOutline face) {
        final List<ActionUnit> units =
            Arrays.stream(ActionUnit.values()).filter(unit -> outline.index(unit.name()) >= 0).toList();
        final TimeAxis time = new TimeAxis(outline, face);
        final SymbolAxis names = ChartStyle.styled(new SymbolAxis("",
            units.stream().map(unit -> unit.name() + " " + unit.action()).toArray(String[]::new)));
        names.setRange(-0.5, units.size() - 0.5);
        names.setInverted(true);
        names.setGridBandsVisible(false);
        final XYBlockRenderer renderer = HeatMap.blocks(time.binWidth(), 1);
        final XYPlot plot = new XYPlot(data(outline, face, units), time.axis(), names, renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        final JFreeChart chart = ChartStyle.chart("Action units of face " + face.track(),
            "Grey: the face isn't there" + time.bins(), plot, false);
        plot.setBackgroundPaint(new Color(0xEEEEEE));
        chart.addSubtitle(scale(renderer));
        return new ResultChart(chart, WIDTH, HEIGHT,
            List.of("source", "track", "frame", "time", "action_unit", "value"),
            table -> units.forEach(unit -> face.bins().values()
                .forEach(bin -> table.accept(new Object[] { face.source(),
                    face.track(), bin.frame(), bin.time(), unit.name(), bin.mean(outline.index(unit.name())) }))),
            frame -> time.mark(List.of(plot), frame), (x, y) -> OptionalInt.of(time.frame(x)));
    }

    private static DefaultXYZDataset data(final ResultOutline outline, final FaceOutline face,
        final List<ActionUnit> units)
    {
        final int columns = face.bins().size();
        final double[][] squares = new double[3][columns * units.size()];
        int at = 0;
        for (final FaceOutline.Bin bin : face.bins().values())
            for (int unit = 0; unit < units.size(); unit++) {
                squares[0][at] = outline.position(bin);
                squares[1][at] = unit;
                squares[2][at++] = bin.mean(outline.index(units.get(unit).name()));
            }
        final DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries("", squares);
        return data;
    }

    private static PaintScaleLegend scale(final XYBlockRenderer renderer) {
        final NumberAxis axis = ChartStyle.axis("0: none, 1: certain", 0, 1);
        final PaintScaleLegend scale = new PaintScaleLegend(renderer.getPaintScale(), axis);
        scale.setPosition(RectangleEdge.RIGHT);
        scale.setStripWidth(16);
        scale.setFrame(BlockBorder.NONE);
        scale.setMargin(new RectangleInsets(10, 16, 40, 0));
        scale.setBackgroundPaint(Color.WHITE);
        return scale;
    }
}
