package org.affectj.render;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A picture of 640 × 480 pixels with one to three people.
 *
 * @param picture what the camera saw
 * @param quality of JPEG that the camera saves with
 * @param faces the people, image left first; their shots have no pictures of their own
 */
record Scene(Picture picture, float quality, List<Shot> faces) {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    /** @return a scene with everything at random */
    static Scene random(final Portrait portrait, final Head head, final Frame frame, final RandomGenerator random) {
        final Light light = Light.random(random);
        final Photograph photograph = Photograph.random(random);
        final int count = random.nextInt(1, 4);
        Background.random(random).fill(frame);
        frame.depths().clear();
        final List<Shot> faces = new ArrayList<>();
        float lightest = -1;
        float[] lightestFace = null;
        for (int i = 0; i < count; i++) {
            final Head.Person person = head.person(random);
            final Performance performance = Performance.random(random);
            final Pose pose = Pose.random(random);
            final Landmarks landmarks = portrait.draw(frame, person, performance, pose, place(i, count, random), light);
            if (person.appearance().skin()[1] > lightest) {
                lightest = person.appearance().skin()[1];
                lightestFace = Shot.box(landmarks);
            }
            faces.add(new Shot(null, null, photograph.quality(), performance, pose, landmarks));
        }
        photograph.expose(frame, lightestFace, lightest);
        return new Scene(photograph.develop(Sampling.inside(frame, 0), WIDTH, HEIGHT, random), photograph.quality(),
            faces);
    }

    /** @return a camera that shows person {@code i} of {@code count} in their share of the picture's width */
    private static Camera place(final int i, final int count, final RandomGenerator random) {
        final float across = WIDTH * (i + (float) random.nextDouble(0.4, 0.6)) / count;
        final float down = HEIGHT * (float) random.nextDouble(0.35, 0.5);
        final float faceWidth = (float) random.nextDouble(0.3, 0.62) * Math.min(WIDTH / count, 300);
        return Camera.at((float) random.nextDouble(80, 250), Frame.SAMPLES * faceWidth / Shot.FACE_WIDTH,
            Frame.sample(across), Frame.sample(down));
    }
}
