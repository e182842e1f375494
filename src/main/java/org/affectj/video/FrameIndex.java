package org.affectj.video;

import java.util.Arrays;
import java.util.Optional;

/**
 * When each frame of a video is shown, in the order of showing, and which can be decoded without others.
 *
 * @param stamps presentation stamps in the video's unit of time, ascending
 * @param keys numbers of the key frames, from 1, ascending; empty where frames can only be counted from the beginning
 * @param damage what the file lacks, in words; empty if nothing
 */
record FrameIndex(long[] stamps, int[] keys, Optional<String> damage) {

    /** @return the number of frames */
    int size() {
        return stamps.length;
    }

    /** @return whether a frame is known by its stamp, so that decoding can begin at any key frame */
    boolean isSeekable() {
        return keys.length > 0;
    }

    /** @return the stamp of a frame, counted from 1 */
    long stamp(final int number) {
        return stamps[number - 1];
    }

    /** @return the number of the frame with a stamp, from 1; 0 if there is none */
    int number(final long stamp) {
        return Math.max(0, Arrays.binarySearch(stamps, stamp) + 1);
    }

    /** @return the place among the keys of the last key frame at or before a frame; negative if there is none */
    int keyBefore(final int number) {
        final int place = Arrays.binarySearch(keys, number);
        return place >= 0 ? place : -place - 2;
    }
}
