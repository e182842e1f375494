package org.affectj.render;

import java.util.random.RandomGenerator;

/**
 * One loose picture of one face with all that is known of it.
 *
 * @param picture 192 × 192 pixels
 * @param aligned the same face, aligned, 112 × 112 pixels
 * @param quality of JPEG that the camera saves with
 * @param performance what the face does
 * @param pose how the head is turned
 * @param landmarks in pixels of the loose picture
 */
public record Shot(Picture picture, Picture aligned, float quality, Performance performance, Pose pose,
    Landmarks landmarks) {

    /** Width and height of a loose picture. */
    public static final int SIZE = 192;
    /** Pixels rendered beyond each side of the loose picture, for the corners of aligned faces. */
    private static final int MARGIN = 12;
    /** How far a face's middle is below the picture's, in the kit's units: hair takes more room than the neck. */
    private static final float LOWERED = 0.8f;
    /** Width of a frontal face from ear to ear, in the kit's units. */
    static final float FACE_WIDTH = 14.7f;

    /** @return a shot with everything at random but the person */
    static Shot random(final Portrait portrait, final Frame frame, final Head.Person person,
        final RandomGenerator random) {
        return of(portrait, frame, person, Performance.random(random), Pose.random(random), Light.random(random),
            Photograph.random(random), random);
    }

    /** @return a shot as given, with framing, background and noise at random */
    static Shot of(final Portrait portrait, final Frame frame, final Head.Person person, final Performance performance,
        final Pose pose, final Light light, final Photograph photograph, final RandomGenerator random) {
        final float share = (float) random.nextDouble(0.55, 0.65);
        final double turn = Math.toRadians(pose.yaw());
        final double tilt = Math.toRadians(pose.roll());
        final double nod = Math.toRadians(pose.pitch());
        final float scale = Frame.SAMPLES * share * SIZE / FACE_WIDTH;
        // The face's middle is in front of the pivot and moves as the head turns; it stays near the picture's centre.
        final float centre = Frame.sample(MARGIN + (SIZE - 1) / 2f);
        final double forward = 5.5, up = -1 * Math.cos(nod) + forward * Math.sin(nod);
        final float x = (float) (forward * Math.sin(turn) * Math.cos(nod) * Math.cos(tilt) + up * Math.sin(tilt));
        final float y = (float) (up * Math.cos(tilt) - forward * Math.sin(turn) * Math.sin(tilt));
        final Camera camera = Camera.at((float) random.nextDouble(45, 160), scale,
            centre - scale * x + jitter(random), centre + scale * (y + LOWERED) + jitter(random));
        Background.random(random).fill(frame);
        frame.depths().clear();
        final Landmarks landmarks = portrait.draw(frame, person, performance, pose, camera, light);
        photograph.expose(frame, box(landmarks), person.appearance().skin()[1]);
        return new Shot(photograph.develop(Sampling.inside(frame, MARGIN), SIZE, SIZE, random),
            photograph.develop(Sampling.aligned(frame, landmarks), Sampling.ALIGNED, Sampling.ALIGNED, random),
            photograph.quality(), performance, pose, landmarks.movedBy(-MARGIN));
    }

    /** @return what is known of this shot, without the pixels */
    Shot withoutPictures() {
        return new Shot(null, null, quality, performance, pose, landmarks);
    }

    /** @return a frame large enough for a shot */
    static Frame frame() {
        return new Frame(SIZE + 2 * MARGIN, SIZE + 2 * MARGIN);
    }

    private static float jitter(final RandomGenerator random) {
        return (float) (random.nextDouble(-0.04, 0.04) * SIZE * Frame.SAMPLES);
    }

    /** @return left, top, right, bottom of the landmarks */
    static float[] box(final Landmarks landmarks) {
        final float[] box = { Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE };
        for (int i = 0; i < 68; i++) {
            box[0] = Math.min(box[0], landmarks.x()[i]);
            box[1] = Math.min(box[1], landmarks.y()[i]);
            box[2] = Math.max(box[2], landmarks.x()[i]);
            box[3] = Math.max(box[3], landmarks.y()[i]);
        }
        return box;
    }
}
