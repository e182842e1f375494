package org.affectj.pipeline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.detect.FaceBox;

/**
 * The sights of a frame as they are kept in a file, exactly: its number, which is 0 behind the last frame, its time,
 * why it couldn't be read (empty if it could), how many faces, whether they have textures, then the boxes and the
 * textures.
 *
 * @param number of the frame
 * @param time seconds from the beginning; NaN for pictures that have no time
 * @param boxes where the faces are, from the left to the right
 * @param textures how they look, in the same order; empty if people aren't told apart by looks
 * @param problem why the frame couldn't be read
 */
record RecordedSights(int number, double time, List<FaceBox> boxes, List<FaceTexture> textures,
    Optional<AffectException> problem) implements FrameSights {

    static void write(final FrameSights frame, final DataOutput out) throws IOException {
        out.writeInt(frame.number());
        out.writeDouble(frame.time());
        out.writeUTF(frame.problem().map(AffectException::getMessage).orElse(""));
        out.writeInt(frame.boxes().size());
        out.writeBoolean(!frame.textures().isEmpty());
        for (final FaceBox box : frame.boxes()) write(box, out);
        for (final FaceTexture texture : frame.textures()) texture.write(out);
    }

    static void writeEnd(final DataOutput out) throws IOException {
        out.writeInt(0);
    }

    /** @return the next frame; empty behind the last */
    static Optional<RecordedSights> read(final DataInput in) throws IOException {
        final int number = in.readInt();
        if (number == 0) return Optional.empty();
        final double time = in.readDouble();
        final String problem = in.readUTF();
        final int faces = in.readInt();
        final boolean byLooks = in.readBoolean();
        final List<FaceBox> boxes = new ArrayList<>();
        for (int i = 0; i < faces; i++) boxes.add(readBox(in));
        final List<FaceTexture> textures = new ArrayList<>();
        for (int i = 0; byLooks && i < faces; i++) textures.add(FaceTexture.read(in));
        return Optional.of(new RecordedSights(number, time, boxes, textures,
            Optional.of(problem).filter(text -> !text.isEmpty()).map(AffectException::new)));
    }

    private static void write(final FaceBox box, final DataOutput out) throws IOException {
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
        out.writeDouble(box.roll());
        out.writeDouble(box.score());
    }

    private static FaceBox readBox(final DataInput in) throws IOException {
        return new FaceBox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
            in.readDouble());
    }
}
