package org.affectj.chart;

import java.util.List;
import java.util.Locale;

import org.affectj.pipeline.ResultRows;

/**
 * The results of a video of any length with two people: the first smiles more and more and frowns in one frame, the
 * second is there in the first half only. 25 frames a second, two rows a frame in the first half.
 */
final class LongVideo implements ResultRows {

    static final List<String> HEADINGS =
        List.of("source", "frame", "time", "face", "track", "status", "AU04", "AU12", "Happiness", "expression",
            "valence", "arousal");

    private final int frames;
    private final int frown;

    /**
     * @param frames even
     * @param frown the frame in which AU04 is 1
     */
    LongVideo(final int frames, final int frown) {
        this.frames = frames;
        this.frown = frown;
    }

    @Override
    public String name() {
        return "long.csv";
    }

    @Override
    public List<String> headings() {
        return HEADINGS;
    }

    @Override
    public int size() {
        return frames + frames / 2;
    }

    @Override
    public List<String> row(final int index) {
        final boolean both = index < frames;
        final int frame = both ? index / 2 + 1 : index - frames / 2 + 1;
        final int track = both ? index % 2 + 1 : 1;
        final double smile = (double) frame / frames;
        return List.of("long.mp4", Integer.toString(frame), number((frame - 1) / 25.0), "1",
            Integer.toString(track), "ok", track == 1 && frame == frown ? "1.0000" : "0.0000",
            number(track == 1 ? smile : 0.5), number(smile), "Happiness", number(smile), number(-smile));
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
