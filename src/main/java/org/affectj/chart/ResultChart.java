package org.affectj.chart;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.affectj.AffectException;
import org.affectj.WholeFile;
import org.affectj.pipeline.CsvResults;
import org.apache.commons.csv.CSVPrinter;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.graphics2d.svg.SVGGraphics2D;
import org.jfree.graphics2d.svg.SVGUtils;

/**
 * A chart of a results table: it can be looked at, saved with the numbers that it shows, and pointed at. On Swing's
 * thread, if shown.
 */
public final class ResultChart {

    /** A row of the numbers that a chart shows. */
    interface Row extends Consumer<Object[]> {
    }

    /** Writes the numbers that a chart shows. */
    interface Numbers {

        /** @param table takes the rows, cells in the order of the headings */
        void to(Row table);
    }

    /** Finds the frame that a place in a chart belongs to. */
    interface Pointing {

        /**
         * @param x on the horizontal axis
         * @param y on the vertical axis, of the first plot
         * @return the frame from 1; empty for none
         */
        OptionalInt frame(double x, double y);
    }

    private final JFreeChart chart;
    private final int width;
    private final int height;
    private final List<String> headings;
    private final Numbers numbers;
    private final IntConsumer marking;
    private final Pointing pointing;

    /**
     * @param chart to draw
     * @param width of its file in pixels
     * @param height of its file in pixels
     * @param headings of the numbers that it shows
     * @param numbers writes them
     * @param marking shows where a frame lies
     * @param pointing finds the frame at a place
     */
    ResultChart(final JFreeChart chart, final int width, final int height, final List<String> headings,
        final Numbers numbers, final IntConsumer marking, final Pointing pointing)
    {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.headings = headings;
        this.numbers = numbers;
        this.marking = marking;
        this.pointing = pointing;
    }

    JFreeChart chart() {
        return chart;
    }

    /** @return a drawing of it, as its file has it */
    public BufferedImage image() {
        return chart.createBufferedImage(width, height);
    }

    /** @return whether both axes have the same scale */
    boolean isSquare() {
        return width == height;
    }

    /** Shows where a frame lies. */
    public void mark(final int frame) {
        marking.accept(frame);
    }

    /** @return the frame at a place on the axes; empty for none */
    OptionalInt frame(final double x, final double y) {
        return pointing.frame(x, y);
    }

    /**
     * Saves the picture, or the numbers that it shows.
     *
     * @param file ends with .png, .svg or .csv; replaced if it exists
     * @throws AffectException if it ends otherwise or can't be written
     */
    public void save(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png"))
            WholeFile.write(file, part -> ChartUtils.saveChartAsPNG(part.toFile(), chart, width, height));
        else if (name.endsWith(".svg")) WholeFile.write(file, this::writeSvg);
        else if (name.endsWith(".csv")) WholeFile.write(file, this::writeCsv);
        else throw new AffectException("The chart can't be saved as '" + file
            + "': end the name with .png, .svg or .csv.");
    }

    private void writeSvg(final Path part) throws IOException {
        final SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        SVGUtils.writeToSVG(part.toFile(), graphics.getSVGElement());
    }

    private void writeCsv(final Path part) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(part), CsvResults.FORMAT)) {
            csv.printRecord(headings);
            numbers.to(cells -> print(csv, cells));
        }
    }

    private static void print(final CSVPrinter csv, final Object[] cells) {
        try {
            for (final Object cell : cells) csv.print(cell instanceof Number number ? text(number) : cell);
            csv.println();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(final Number number) {
        final double value = number.doubleValue();
        if (Double.isNaN(value)) return "";
        return number instanceof Integer ? number.toString() : String.format(Locale.ROOT, "%.4f", value);
    }
}
