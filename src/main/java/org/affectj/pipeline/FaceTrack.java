package org.affectj.pipeline;

import java.util.Optional;

import org.affectj.detect.FaceBox;

/** One face along a source: where it was seen last, how fast it went, and whose it is. */
final class FaceTrack {

    /** How much of the speed is that of the last step; the rest is from before, which evens out errors of boxes. */
    private static final double NEWEST = 0.5;

    private final int number;
    private Person person;
    private FaceBox box;
    private Optional<FaceTexture> texture = Optional.empty();
    private double seen = Double.NEGATIVE_INFINITY;
    private double speedX;
    private double speedY;

    /**
     * @param number counts tracks, from 1
     * @param person whose face it is
     */
    FaceTrack(final int number, final Person person) {
        this.number = number;
        this.person = person;
    }

    int number() {
        return number;
    }

    Person person() {
        return person;
    }

    /** The face turned out to be that of somebody who is known already. */
    void belongTo(final Person known) {
        known.absorb(person);
        person = known;
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

    /** @return how alike a face is to this one as it was last, or as it was on the whole, from -1 to 1 */
    double likeness(final FaceTexture face) {
        return Math.max(texture.map(face::likeness).orElse(-1.0), person.likeness(face));
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
        person.seeAt(seconds);
    }

    /** Takes note of how the face looks where it is. */
    void see(final FaceTexture look) {
        texture = Optional.of(look);
        person.see(look);
    }
}
