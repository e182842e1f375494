package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Makes frames for an encoder: luma, and colours of half the resolution. The way back of {@link PictureConverter}. */
final class EncoderFrame implements AutoCloseable {

    private final int width;
    private final int height;
    private final AVFrame frame = av_frame_alloc();
    private final BytePointer buffer;
    private final IntBuffer pixels;
    private final PointerPointer<BytePointer> planes;
    private final IntPointer strides;
    private final SwsContext scaler;

    /**
     * @param width of the pictures
     * @param height of the pictures
     * @throws IOException if there is no memory for one
     */
    EncoderFrame(final int width, final int height) throws IOException {
        this.width = width;
        this.height = height;
        buffer = new BytePointer(4L * width * height + 64); // FFmpeg's fast code reads whole vectors
        pixels = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        planes = new PointerPointer<BytePointer>(4).put(0, buffer).put(1, null).put(2, null).put(3, null);
        strides = new IntPointer(4 * width, 0, 0, 0);
        scaler = sws_getContext(width, height, AV_PIX_FMT_BGRA, width, height, AV_PIX_FMT_YUV420P,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, (SwsFilter) null, null, (DoublePointer) null);
        sws_setColorspaceDetails(scaler, sws_getCoefficients(SWS_CS_DEFAULT), 1, sws_getCoefficients(colours()), 0, 0,
            1 << 16, 1 << 16);
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        frame.colorspace(colours()).color_range(AVCOL_RANGE_MPEG);
        if (av_frame_get_buffer(frame, 0) >= 0) return;
        close();
        throw new IOException("no memory for a picture of " + width + "×" + height);
    }

    /** @return FFmpeg's number of how colours become luma and chroma: as pictures of this height have it by default */
    int colours() {
        return height >= PictureConverter.HD ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }

    /**
     * @param picture of the frame's size
     * @param stamp when it is shown
     * @param quality for encoders that ask the frame for it
     * @return the frame; valid until the next call
     * @throws IOException if there is no memory for it
     */
    AVFrame of(final BufferedImage picture, final long stamp, final int quality) throws IOException {
        if (av_frame_make_writable(frame) < 0) throw new IOException("no memory for a picture");
        pixels.position(0);
        pixels.put(picture.getRGB(0, 0, width, height, null, 0, width));
        sws_scale(scaler, planes, strides, 0, height, frame.data(), frame.linesize());
        return frame.pts(stamp).quality(quality);
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        av_frame_free(frame);
        buffer.close();
        planes.close();
        strides.close();
    }
}
