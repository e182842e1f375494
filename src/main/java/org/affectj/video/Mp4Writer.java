package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Writes an MP4 video, picture by picture, each shown from its own time on: H.264 by OpenH264, or MPEG-4 for pictures
 * of an odd width or height, which H.264 can't have with colours of half the resolution. All of one quality, without
 * sound.
 */
public final class Mp4Writer implements AutoCloseable {

    /** Stamps in a second: those of 24, 25, 30, 50, 60 and 1000 pictures a second are whole, of 30000/1001 too. */
    private static final int UNIT = 60_000;
    /** OpenH264 doesn't code larger pictures. */
    private static final int MOST_PIXELS = 4096 * 2304;
    /** Frames from a key frame to the next, so that players can jump. */
    private static final int GROUP = 50;
    /** Of MPEG-4: 1 is best, 31 worst. */
    private static final int MPEG4_QUALITY = 3;
    /** Of the first picture, until the second tells. */
    private static final double FIRST_SECONDS = 0.04;

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVCodecContext codec;
    private final AVStream stream;
    private final EncoderFrame frame;
    private long last = -1;

    /**
     * Begins a file.
     *
     * @param file to write; replaced if it exists
     * @param width of all pictures in pixels
     * @param height of all pictures in pixels
     * @throws IOException if it can't be written
     */
    public Mp4Writer(final Path file, final int width, final int height) throws IOException {
        this.file = file;
        av_log_set_level(AV_LOG_QUIET); // what goes wrong is told by status codes, in our own words
        check(avformat_alloc_output_context2(format, null, "mp4", null));
        final boolean h264 = width % 2 == 0 && height % 2 == 0 && width * height <= MOST_PIXELS;
        final AVCodec encoder = avcodec_find_encoder_by_name(h264 ? "libopenh264" : "mpeg4");
        if (encoder == null || encoder.isNull()) throw new IOException("this FFmpeg has no encoder for MP4");
        codec = avcodec_alloc_context3(encoder);
        frame = new EncoderFrame(width, height);
        try {
            open(encoder, width, height);
            stream = avformat_new_stream(format, null);
            check(avcodec_parameters_from_context(stream.codecpar(), codec));
            stream.time_base(codec.time_base());
            begin();
        } catch (final IOException e) {
            close();
            throw e;
        }
    }

    private void open(final AVCodec encoder, final int width, final int height) throws IOException {
        codec.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).gop_size(GROUP).max_b_frames(0);
        codec.time_base(av_make_q(1, UNIT)).framerate(av_make_q(25, 1)).thread_count(1);
        codec.colorspace(frame.colours()).color_range(AVCOL_RANGE_MPEG);
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_QSCALE);
        codec.global_quality(MPEG4_QUALITY * FF_QP2LAMBDA);
        final AVDictionary options = new AVDictionary(null);
        try {
            // one quality instead of a rate in time, which leaves out pictures
            if (encoder.id() == AV_CODEC_ID_H264) av_dict_set(options, "rc_mode", "off", 0);
            check(avcodec_open2(codec, encoder, options));
        } finally {
            av_dict_free(options);
        }
    }

    private void begin() throws IOException {
        final AVIOContext io = new AVIOContext(null);
        try (BytePointer url = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8)) {
            check(avio_open(io, url, AVIO_FLAG_WRITE));
        }
        format.pb(io);
        check(avformat_write_header(format, (PointerPointer<?>) null));
    }

    /**
     * Adds a picture.
     *
     * @param picture of the file's width and height
     * @param seconds from which it is shown, at least 0; a time that isn't behind the last is moved behind it
     * @throws IOException if it can't be written
     */
    public void write(final BufferedImage picture, final double seconds) throws IOException {
        final long stamp = Math.max(last + 1, Math.round(seconds * UNIT));
        final long shown = last < 0 ? Math.round(FIRST_SECONDS * UNIT) : stamp - last;
        last = stamp;
        encode(frame.of(picture, stamp, MPEG4_QUALITY * FF_QP2LAMBDA), shown);
    }

    /**
     * Completes the file, without which it can't be played.
     *
     * @throws IOException if that fails
     */
    public void finish() throws IOException {
        encode(null, 0);
        check(av_write_trailer(format));
        check(avio_closep(format.pb()));
        format.pb(null);
    }

    private void encode(final AVFrame picture, final long shown) throws IOException {
        check(avcodec_send_frame(codec, picture));
        int status = avcodec_receive_packet(codec, packet);
        while (status >= 0) {
            // the last picture is shown as long as the one before it
            packet.stream_index(stream.index()).duration(shown);
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            check(av_interleaved_write_frame(format, packet));
            status = avcodec_receive_packet(codec, packet);
        }
        if (status != AVERROR_EAGAIN() && status != AVERROR_EOF()) check(status);
    }

    private void check(final int status) throws IOException {
        if (status < 0) throw new IOException("FFmpeg's code " + status + " for " + file);
    }

    /** Frees what belongs to it; a file that wasn't finished is broken. */
    @Override
    public void close() {
        frame.close();
        av_packet_free(packet);
        avcodec_free_context(codec);
        if (format.pb() != null && !format.pb().isNull()) avio_closep(format.pb());
        avformat_free_context(format);
    }
}
