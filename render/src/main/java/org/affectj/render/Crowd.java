package org.affectj.render;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A clip of 480 × 360 pixels in which people go to and fro, cross before each other, leave and come back, in one light,
 * before one background, seen by one camera at {@link #RATE} frames a second.
 */
final class Crowd {

    /** Frames a second. */
    static final int RATE = 15;
    static final int WIDTH = 480;
    static final int HEIGHT = 360;
    /** Pixels of a face of the usual width at distance 1. */
    private static final float FOCAL = 8800;
    private static final float NEAREST = 80;
    /** Far enough for heads to pass behind each other without touching. */
    private static final float APART = 22;

    private final Portrait portrait;
    private final Frame frame = new Frame(WIDTH, HEIGHT);
    private final float[] background;
    private final List<Head.Person> people = new ArrayList<>();
    private final List<Walk> walks = new ArrayList<>();
    private final Light light;
    private final Photograph photograph;
    private final SplittableRandom noise;
    private float gain = Float.NaN;

    /**
     * @param people who take part
     * @param seconds that it lasts
     */
    Crowd(final Head head, final List<Head.Person> people, final double seconds, final SplittableRandom random) {
        portrait = new Portrait(head);
        this.people.addAll(people);
        light = Light.random(random);
        photograph = Photograph.random(random);
        Background.random(random).fill(frame);
        background = frame.light().clone();
        for (int i = people.size(); i > 0; i--)
            walks.add(Walk.random(NEAREST + APART * (i - 1) + jitter(random), seconds, random));
        noise = random.split();
    }

    private static float jitter(final RandomGenerator random) {
        return (float) random.nextDouble(-1, 1);
    }

    /**
     * A person in a frame.
     *
     * @param landmarks in pixels
     * @param visible share of them that lies in the picture and isn't behind somebody else
     */
    record Face(Landmarks landmarks, float visible) {
    }

    /**
     * A frame of the clip.
     *
     * @param picture what the camera saw
     * @param faces of the people, in their order
     */
    record Still(Picture picture, List<Face> faces) {
    }

    /** @return quality of JPEG that the camera saves with */
    float quality() {
        return photograph.quality();
    }

    /** @return the frame at a time; the first one asked for sets the exposure */
    Still at(final double seconds) {
        System.arraycopy(background, 0, frame.light(), 0, background.length);
        frame.depths().clear();
        final List<Landmarks> landmarks = new ArrayList<>();
        final List<float[]> depths = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) { // from the farthest to the nearest
            final Walk walk = walks.get(i);
            landmarks.add(portrait.draw(frame, people.get(i), walk.performance(seconds), walk.pose(seconds),
                camera(walk, seconds), light));
            depths.add(depths(landmarks.get(i)));
        }
        final List<Face> faces = new ArrayList<>();
        for (int i = 0; i < people.size(); i++)
            faces.add(new Face(landmarks.get(i), visible(depths.get(i), depths(landmarks.get(i)))));
        if (Float.isNaN(gain)) gain = gain(faces);
        photograph.expose(frame, gain);
        return new Still(photograph.develop(Sampling.inside(frame, 0), WIDTH, HEIGHT, noise), faces);
    }

    private static Camera camera(final Walk walk, final double seconds) {
        return Camera.at(walk.distance(), Frame.SAMPLES * FOCAL / walk.distance() / Shot.FACE_WIDTH,
            Frame.sample(WIDTH * walk.across(seconds)), Frame.sample(HEIGHT * walk.height()));
    }

    /** @return how near what is seen at each point is; NaN outside of the picture */
    private float[] depths(final Landmarks landmarks) {
        final float[] depths = new float[68];
        for (int i = 0; i < depths.length; i++) {
            final int column = Math.round(Frame.sample(landmarks.x()[i]));
            final int row = Math.round(Frame.sample(landmarks.y()[i]));
            final boolean inside = column >= 0 && row >= 0 && column < frame.columns() && row < frame.rows();
            depths[i] = inside ? frame.depths().nearness[row * frame.columns() + column] : Float.NaN;
        }
        return depths;
    }

    /** @return the share of points in the picture before which nothing was drawn later */
    private static float visible(final float[] drawn, final float[] last) {
        int visible = 0;
        for (int i = 0; i < drawn.length; i++) if (drawn[i] == last[i]) visible++;
        return visible / (float) drawn.length;
    }

    /** The camera's exposure is set for who is seen best at first. */
    private float gain(final List<Face> faces) {
        int best = 0;
        for (int i = 1; i < faces.size(); i++) if (faces.get(i).visible > faces.get(best).visible) best = i;
        return photograph.gain(frame, Shot.box(faces.get(best).landmarks), people.get(best).appearance().skin()[1]);
    }
}
