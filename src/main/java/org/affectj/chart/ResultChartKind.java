package org.affectj.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The charts that there are of a results table; which of them can be drawn depends on its columns. */
public enum ResultChartKind {

    /** Chosen measures over time, a plot for each face. */
    TIMELINE("Over time"),
    /** Paths of faces through valence and arousal. */
    CIRCUMPLEX("Valence and arousal"),
    /** All action units of one face over time. */
    ACTION_UNITS("Action units");

    /** The measures that are drawn over time unless others are chosen. */
    private static final int LIVELIEST = 4;

    private final String title;

    ResultChartKind(final String title) {
        this.title = title;
    }

    /** @return what people call it */
    @Override
    public String toString() {
        return title;
    }

    /** @return what its files are called, without an ending: {@code action-units} */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return whether a table has the columns that it needs */
    public boolean fits(final ResultOutline outline) {
        return switch (this) {
            case TIMELINE -> true;
            case CIRCUMPLEX -> CircumplexChart.fits(outline);
            case ACTION_UNITS -> HeatTimeline.fits(outline);
        };
    }

    /**
     * @param outline of a table that it {@linkplain #fits fits}
     * @param faces to draw, one or more; the first where there is room for one only
     * @param channels to draw over time
     * @return the chart
     */
    public ResultChart draw(final ResultOutline outline, final List<FaceOutline> faces, final List<String> channels) {
        return switch (this) {
            case TIMELINE -> TimelineChart.of(outline, faces, channels);
            case CIRCUMPLEX -> CircumplexChart.of(outline, faces);
            case ACTION_UNITS -> HeatTimeline.of(outline, faces.get(0));
        };
    }

    /**
     * Chooses for those who don't: the action units that change most.
     *
     * @param outline of a table
     * @param face of it
     * @return the channels to draw over time, in the order of tables
     */
    public static List<String> channels(final ResultOutline outline, final FaceOutline face) {
        final List<String> liveliest = outline.liveliest(face, LIVELIEST);
        return outline.channels().stream().filter(liveliest::contains).toList();
    }

    /**
     * Saves all charts of a table as {@code .png}, {@code .svg} and {@code .csv}: the faces that are in most frames,
     * and what changes most.
     *
     * @param outline of the table
     * @param folder made if it isn't there
     * @throws org.affectj.AffectException if it can't be written to
     */
    public static void saveAll(final ResultOutline outline, final Path folder) {
        final List<FaceOutline> faces =
            outline.faces().subList(0, Math.min(TimelineChart.MOST_FACES, outline.faces().size()));
        for (final ResultChartKind kind : values())
            if (kind.fits(outline)) {
                final ResultChart chart = kind.draw(outline, faces, channels(outline, faces.get(0)));
                for (final String ending : List.of(".png", ".svg", ".csv"))
                    chart.save(folder.resolve(kind.fileName() + ending));
            }
    }
}
