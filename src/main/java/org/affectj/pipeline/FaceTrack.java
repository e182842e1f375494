package org.affectj.pipeline;

import org.affectj.detect.FaceBox;

/** One face along a source: where it was seen last, and how fast it went. */
final class FaceTrack {

    /** How much of the speed is that of the last step; the rest is from before, which evens out errors of boxes. */
    private static final double NEWEST = 0.5;

    private final int number;
    private FaceBox box;
    private double seen = Double.NEGATIVE_INFINITY;
    private double speedX;
    private double speedY;

    /** @param number of the track, from 1 */
    FaceTrack(final int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** @return seconds at which the face was seen last */
    double seen() {
        return seen;
    }

    /** @return where the face should be at a later time, if it goes on at its speed in pixels a second */
    FaceBox at(final double seconds) {
        return new FaceBox(box.x() + speedX * (seconds - seen), box.y() + speedY * (seconds - seen), box.width(),
            box.height(), box.roll(), box.score());
    }

    /** Takes note of where the face is. */
    void see(final FaceBox now, final double seconds) {
        if (box != null && seconds > seen) {
            final double stepX = now.x() + now.width() / 2 - box.x() - box.width() / 2;
            final double stepY = now.y() + now.height() / 2 - box.y() - box.height() / 2;
            speedX += NEWEST * (stepX / (seconds - seen) - speedX);
            speedY += NEWEST * (stepY / (seconds - seen) - speedY);
        }
        box = now;
        seen = seconds;
    }
}
