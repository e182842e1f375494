package org.affectj.render;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a person goes to and fro before the camera in a clip, turns the head and changes the face, as functions of time.
 *
 * @param distance from the camera, in the kit's units
 * @param middle of the way, in picture widths
 * @param reach to either side of the middle, in picture widths; beyond 0.5 the person leaves the picture
 * @param period seconds there and back
 * @param phase where on the way the clip begins, in radians
 * @param height of the face in the picture, in picture heights from the top
 * @param faces what the face does, one a second
 */
record Walk(float distance, float middle, float reach, float period, float phase, float height,
    List<Performance> faces) {

    /**
     * @param distance from the camera
     * @param seconds that the clip lasts
     */
    static Walk random(final float distance, final double seconds, final RandomGenerator random) {
        final List<Performance> faces = new ArrayList<>();
        for (int i = 0; i <= seconds + 1; i++) faces.add(Performance.random(random));
        return new Walk(distance, (float) random.nextDouble(0.42, 0.58), (float) random.nextDouble(0.3, 0.72),
            (float) random.nextDouble(5, 9), (float) random.nextDouble(0, 2 * Math.PI),
            (float) random.nextDouble(0.4, 0.5), List.copyOf(faces));
    }

    /** @return where the middle of the head is, in picture widths from the left */
    float across(final double seconds) {
        return middle + reach * (float) Math.sin(angle(seconds));
    }

    /** @return the head, turned towards where the person goes, looking around, nodding and tilting a little */
    Pose pose(final double seconds) {
        return new Pose((float) (8 * Math.sin(1.3 * seconds + 2 * phase)),
            (float) (20 * Math.cos(angle(seconds)) + 15 * Math.sin(1.7 * seconds + 3 * phase)),
            (float) (6 * Math.sin(0.9 * seconds + phase)));
    }

    /** @return the face, on its way from one performance to the next */
    Performance performance(final double seconds) {
        final int second = (int) seconds;
        return faces.get(second).towards(faces.get(second + 1), (float) (seconds - second));
    }

    private double angle(final double seconds) {
        return 2 * Math.PI * seconds / period + phase;
    }
}
