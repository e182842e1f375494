package org.affectj.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.affectj.pipeline.FramePart;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;

/**
 * Cuts a long video into parts that can be analysed apart, by several processes. Parts begin at key frames where there
 * are some near by, so that hardly anything is decoded twice, and where faces are searched anew, so that no value
 * depends on the cut.
 */
public final class VideoParts {

    private final FrameSource frames;
    private final int[] keys;
    private final int every;
    /** How far, in places, a part may begin from where equal parts would. */
    private final int reach;

    private VideoParts(final FrameSource frames, final int[] keys, final int every, final int reach) {
        this.frames = frames;
        this.keys = keys;
        this.every = every;
        this.reach = reach;
    }

    /**
     * Plans parts of nearly equal length. The video is read once, which takes seconds an hour, and not decoded unless
     * its packets don't tell when frames are shown; then it is one part.
     *
     * @param path of the video
     * @param choice which of its frames are analysed
     * @param length frames of a part, above 0; a video of fewer than one and a half times as many is one part
     * @param tracking that of the analysis
     * @return the parts of what {@link FrameSelection} takes of the video, in their order
     * @throws org.affectj.AffectException if the video can't be read, isn't one, or has no frame of those chosen
     */
    public static List<FramePart> plan(final Path path, final FrameSelection.Choice choice, final int length,
        final Tracking tracking)
    {
        if (length < 1) throw new IllegalArgumentException("a part can't have " + length + " frames");
        final IsolatedVideo video = IsolatedVideo.open(path);
        try (FrameSource frames = FrameSelection.of(video, choice)) {
            final int count = video.keys().length == 0 ? 1 : Math.max(1, Math.round((float) frames.size() / length));
            return new VideoParts(frames, video.keys(), tracking.detectEvery(), frames.size() / count / 2).cut(count);
        }
    }

    private List<FramePart> cut(final int count) {
        final List<FramePart> parts = new ArrayList<>();
        int first = 1;
        for (int i = 1; i < count; i++) {
            final int next = begin(1 + (int) ((long) i * frames.size() / count));
            if (next <= first || next > frames.size()) continue;
            parts.add(new FramePart(first, next - 1));
            first = next;
        }
        parts.add(new FramePart(first, frames.size()));
        return parts;
    }

    /** @return the place nearest to another, of those where a part can begin */
    private int begin(final int place) {
        final int at = Arrays.binarySearch(keys, frames.number(place));
        final int before = at >= 0 ? at : -at - 2;
        int best = Integer.MAX_VALUE;
        for (int key = Math.max(0, before); key <= before + 1 && key < keys.length; key++) {
            final int candidate = searched(atOrBehind(keys[key]));
            if (Math.abs(candidate - place) < Math.abs(best - place)) best = candidate;
        }
        return Math.abs((long) best - place) < reach ? best : searched(place);
    }

    /** @return the first place at or behind another whose frame is searched for faces */
    private int searched(final int place) {
        return 1 + (place - 1 + every - 1) / every * every;
    }

    /** @return the place of the first frame with a number or a larger one; one more than there are if there is none */
    private int atOrBehind(final int number) {
        int low = 1;
        int high = frames.size() + 1;
        while (low < high) {
            final int middle = (low + high) / 2;
            if (frames.number(middle) < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
