package org.affectj.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.affectj.AffectException;

/**
 * The process that decodes a video for {@link IsolatedVideo}. It is told the video's path, answers with its size, its
 * frames' times and its key frames, then with the pixels of each frame that it is asked for, until nobody asks more.
 */
final class DecoderProcess {

    /** Asks what is missing of the video, where the number of a frame asks for its pixels. */
    static final int DAMAGE = 0;

    private final DataInputStream in;
    private final DataOutputStream out;

    private DecoderProcess(final DataInputStream in, final DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Serves one video on standard input and output.
     *
     * @param none nothing
     * @throws IOException if who asks is gone
     */
    public static void main(final String[] none) throws IOException {
        // what libraries print mustn't get between frames
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err)));
        new DecoderProcess(new DataInputStream(System.in),
            new DataOutputStream(new FileOutputStream(FileDescriptor.out))).serve();
    }

    private void serve() throws IOException {
        try (VideoFrames video = VideoFrames.open(Path.of(in.readUTF()))) {
            out.writeBoolean(true);
            out.writeInt(video.width());
            out.writeInt(video.height());
            out.writeInt(video.size());
            final ByteBuffer times = ByteBuffer.allocate(video.size() * Double.BYTES);
            for (int number = 1; number <= video.size(); number++)
                times.putDouble(video.time(number));
            out.write(times.array());
            final int[] keys = video.keys();
            out.writeInt(keys.length);
            final ByteBuffer numbers = ByteBuffer.allocate(keys.length * Integer.BYTES);
            numbers.asIntBuffer().put(keys);
            out.write(numbers.array());
            answer(video);
        } catch (final AffectException e) {
            refuse(e);
        }
    }

    private void answer(final VideoFrames video) throws IOException {
        final ByteBuffer pixels =
            ByteBuffer.allocate(video.width() * video.height() * Integer.BYTES).order(ByteOrder.nativeOrder());
        while (true) {
            final int number;
            try {
                number = in.readInt();
            } catch (final EOFException e) { // nobody asks any more
                return;
            }
            if (number == DAMAGE) out.writeUTF(video.damage().orElse(""));
            else answer(video, number, pixels);
        }
    }

    private void answer(final VideoFrames video, final int number, final ByteBuffer pixels) throws IOException {
        try {
            pixels.asIntBuffer().put(video.pixels(number));
        } catch (final AffectException e) {
            refuse(e);
            return;
        }
        out.writeBoolean(true);
        out.write(pixels.array());
    }

    private void refuse(final AffectException reason) throws IOException {
        out.writeBoolean(false);
        out.writeUTF(reason.getMessage());
    }
}
