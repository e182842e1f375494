package org.affectj.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.affectj.WholeFile;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;

/**
 * What all charts have in common: letters that can be read in print, and colours that colour-blind people tell apart.
 */
final class ChartStyle {

    /** The colours of Okabe and Ito (2008) that stand out on white. */
    static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73));
    /** More of them, for many series at once; yellow is too light. */
    static final List<Color> MANY_COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), Color.BLACK);
    /** Of lines that are there to be compared with. */
    static final Color FAINT = new Color(0x888888);
    static final BasicStroke LINE = new BasicStroke(2.5f);
    static final BasicStroke DASHED =
        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] { 7, 5 }, 0);

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
    private static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private ChartStyle() {
    }

    /** @return an axis from one number to another, with its name and unit */
    static NumberAxis axis(final String label, final double from, final double to) {
        final NumberAxis axis = new NumberAxis(label);
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit((to - from) / 10,
            new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return styled(axis);
    }

    /** @return an axis with the letters of all */
    static <A extends ValueAxis> A styled(final A axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICKS);
        return axis;
    }

    /** @return a drawing on white, with light lines behind it */
    static XYPlot white(final XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        return plot;
    }

    /**
     * @param title what is shown
     * @param subtitle of how much, and what else there is to know; empty for none
     * @param plot the drawing
     * @param legend whether its series need names
     * @return a chart on white
     */
    static JFreeChart chart(final String title, final String subtitle, final XYPlot plot, final boolean legend) {
        white(plot);
        final JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 12, 24));
        if (!subtitle.isEmpty()) chart.addSubtitle(new TextTitle(subtitle, TICKS));
        if (legend) {
            chart.getLegend().setItemFont(LABEL);
            chart.getLegend().setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    /**
     * Draws charts side by side, row by row.
     *
     * @param file the PNG
     * @param charts one or more
     * @param columns how many stand in a row
     * @param width of each in pixels
     * @param height of each in pixels
     */
    static void write(final Path file, final List<JFreeChart> charts, final int columns, final int width,
        final int height)
    {
        final int rows = (charts.size() + columns - 1) / columns;
        final BufferedImage page = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int i = 0; i < charts.size(); i++)
            charts.get(i).draw(graphics,
                new Rectangle2D.Double(i % columns * width, i / columns * height, width, height));
        graphics.dispose();
        WholeFile.write(file, part -> ImageIO.write(page, "png", part.toFile()));
    }
}
