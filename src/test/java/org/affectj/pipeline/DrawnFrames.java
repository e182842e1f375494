package org.affectj.pipeline;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.affectj.Progress;

import net.imglib2.img.array.ArrayImgs;

/**
 * A source of grey frames, each drawn when it is asked for.
 *
 * @param before is told of each frame before it is drawn, and may refuse
 */
record DrawnFrames(int size, int width, int height, IntConsumer before) implements FrameSource {

    /** Looks for a face in each of so many frames and prints how many there are, in a process of little memory. */
    public static void main(final String... arguments) {
        final AtomicInteger faces = new AtomicInteger();
        try (FaceAlignment alignment = new FaceAlignment(SlowFaces.finder(0), 112, new Tracking(5, 1), 4)) {
            alignment.align(new DrawnFrames(Integer.parseInt(arguments[0]), 640, 480, number -> {}),
                (record, face) -> face.ifPresent(crop -> faces.incrementAndGet()), Progress.NONE);
        }
        System.out.println(faces + " faces");
    }

    @Override
    public String name() {
        return "drawn";
    }

    @Override
    public Frame frame(final int place) {
        before.accept(place);
        final int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xff808080);
        return new Frame(place, place / 25.0, ArrayImgs.argbs(pixels, width, height));
    }

    @Override
    public void close() {
        // nothing is open
    }
}
