package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.nio.ByteOrder;
import java.nio.IntBuffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Makes upright ARGB pixels of decoded frames, whatever their coding of colours, with square pixels. */
final class PictureConverter implements AutoCloseable {

    /** Pictures from this height on that don't say so have the colours of HD television. */
    static final int HD = 720;
    /** FFmpeg's fast code writes whole vectors. */
    private static final int VECTOR = 16;

    private final int width;
    private final int height;
    private final int stride;
    private final Orientation orientation;
    private final BytePointer buffer;
    private final IntBuffer pixels;
    private final PointerPointer<BytePointer> planes;
    private final IntPointer strides;
    private Source source;
    private SwsContext scaler;

    /** What a scaler was made for. */
    private record Source(int width, int height, int format, int colours, boolean fullRange) {

        static Source of(final AVFrame frame) {
            final int unspecified = frame.height() >= HD ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
            return new Source(frame.width(), frame.height(), frame.format(),
                frame.colorspace() == AVCOL_SPC_UNSPECIFIED ? unspecified : frame.colorspace(),
                frame.color_range() == AVCOL_RANGE_JPEG);
        }
    }

    /**
     * @param width of the picture before it is turned
     * @param height of the picture before it is turned
     * @param orientation turns it
     */
    PictureConverter(final int width, final int height, final Orientation orientation) {
        this.width = width;
        this.height = height;
        this.orientation = orientation;
        stride = (width + VECTOR - 1) / VECTOR * VECTOR;
        buffer = new BytePointer(4L * stride * height + 4 * VECTOR);
        pixels = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        planes = new PointerPointer<BytePointer>(4).put(0, buffer).put(1, null).put(2, null).put(3, null);
        strides = new IntPointer(4 * stride, 0, 0, 0);
    }

    /** @return opaque ARGB pixels, row by row */
    int[] convert(final AVFrame frame) {
        final Source of = Source.of(frame);
        if (!of.equals(source)) prepare(of);
        sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        final int[] picture = new int[width * height];
        for (int y = 0; y < height; y++) {
            pixels.position(y * stride);
            pixels.get(picture, y * width, width);
        }
        for (int i = 0; i < picture.length; i++) picture[i] |= 0xff000000;
        return orientation.apply(picture, width, height);
    }

    private void prepare(final Source of) {
        sws_freeContext(scaler);
        scaler = sws_getContext(of.width, of.height, of.format, width, height, AV_PIX_FMT_BGRA, SWS_BILINEAR,
            (SwsFilter) null, null, (DoublePointer) null);
        source = of;
        sws_setColorspaceDetails(scaler, sws_getCoefficients(of.colours), of.fullRange ? 1 : 0,
            sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        scaler = null;
        buffer.close();
        planes.close();
        strides.close();
    }
}
