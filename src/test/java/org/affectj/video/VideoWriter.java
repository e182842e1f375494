package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes videos for tests: any coding and container, any stamps. */
public final class VideoWriter {

    /** Stamps are written in milliseconds. */
    private static final int UNIT = 1000;
    private static final int BITS = 8;

    private final Path file;
    private String coding = "mpeg4";
    private int between = 0;
    private int group = 12;
    private int rotation = 0;
    private int aspect = 1;
    private boolean headerFirst = false;
    private AVFormatContext format;
    private AVCodecContext codec;
    private AVStream stream;

    private VideoWriter(final Path file) {
        this.file = file;
    }

    /** @return a writer of MPEG-4 with a key frame every 12 frames, in the container that the file's name tells */
    public static VideoWriter to(final Path file) {
        return new VideoWriter(file);
    }

    public VideoWriter coding(final String encoder) {
        coding = encoder;
        return this;
    }

    /** Up to so many frames in a row are coded from one before and one behind them. */
    public VideoWriter bFrames(final int most) {
        between = most;
        return this;
    }

    public VideoWriter group(final int frames) {
        group = frames;
        return this;
    }

    /** The picture must be turned by so many degrees clockwise to stand upright. */
    public VideoWriter turned(final int degrees) {
        rotation = degrees;
        return this;
    }

    /** Pixels are so many times as wide as high. */
    public VideoWriter pixelAspect(final int factor) {
        aspect = factor;
        return this;
    }

    /** Whether an MP4's header stands before its pictures. */
    public VideoWriter headerFirst(final boolean wanted) {
        headerFirst = wanted;
        return this;
    }

    /** @return a picture of 64×48 pixels that shows a number below 256 as eight bars, white for a set bit */
    static BufferedImage numbered(final int number) {
        final BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        for (int bit = 0; bit < BITS; bit++) {
            graphics.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
            graphics.fillRect(8 * bit, 0, 8, 48);
        }
        graphics.dispose();
        return picture;
    }

    /** @return the number that a picture of {@link #numbered} shows */
    static int number(final int[] pixels) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++)
            if ((pixels[24 * 64 + 8 * bit + 4] & 255) > 127) number |= 1 << bit;
        return number;
    }

    /**
     * Writes the file.
     *
     * @param frames how many
     * @param pictures gives the picture of each, from 1
     * @param milliseconds gives the time of each
     */
    public void write(final int frames, final IntFunction<BufferedImage> pictures,
        final IntToLongFunction milliseconds)
    {
        final BufferedImage first = pictures.apply(1);
        open(first.getWidth(), first.getHeight());
        final AVFrame frame = av_frame_alloc();
        frame.format(codec.pix_fmt()).width(first.getWidth()).height(first.getHeight());
        check(av_frame_get_buffer(frame, 0));
        for (int number = 1; number <= frames; number++) {
            check(av_frame_make_writable(frame));
            fill(frame, pictures.apply(number));
            frame.pts(milliseconds.applyAsLong(number));
            frame.duration(number < frames ? milliseconds.applyAsLong(number + 1) - frame.pts() : 40);
            encode(frame);
        }
        encode(null);
        check(av_write_trailer(format));
        av_frame_free(frame);
        avcodec_free_context(codec);
        avio_closep(format.pb());
        avformat_free_context(format);
    }

    private void open(final int width, final int height) {
        av_log_set_level(AV_LOG_QUIET);
        format = new AVFormatContext(null);
        check(avformat_alloc_output_context2(format, null, null, file.toString()));
        final AVCodec encoder = avcodec_find_encoder_by_name(coding);
        codec = avcodec_alloc_context3(encoder);
        codec.width(width).height(height).pix_fmt(encoder.pix_fmts().get()).max_b_frames(between).gop_size(group);
        codec.time_base(av_make_q(1, file.toString().matches(".*(avi|ts)") ? 25 : UNIT)).framerate(av_make_q(25, 1));
        codec.sample_aspect_ratio(av_make_q(aspect, 1)).bit_rate(2_000_000).thread_count(1);
        if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0)
            codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        check(avcodec_open2(codec, encoder, (AVDictionary) null));
        stream = avformat_new_stream(format, null);
        check(avcodec_parameters_from_context(stream.codecpar(), codec));
        stream.time_base(av_make_q(1, UNIT)).avg_frame_rate(av_make_q(25, 1)).sample_aspect_ratio(av_make_q(aspect, 1));
        if (rotation != 0) turn();
        final AVIOContext io = new AVIOContext(null);
        check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
        format.pb(io);
        final AVDictionary options = new AVDictionary(null);
        if (headerFirst) av_dict_set(options, "movflags", "faststart", 0);
        check(avformat_write_header(format, options));
    }

    /** Phones write this matrix: the angle counts against the clock. */
    private void turn() {
        final AVPacketSideData data = new AVPacketSideData(null);
        av_packet_side_data_new(data, new IntPointer(new int[] { 0 }), AV_PKT_DATA_DISPLAYMATRIX, 36, 0);
        av_display_rotation_set(new IntPointer(data.data()), rotation);
        stream.codecpar().coded_side_data(data).nb_coded_side_data(1);
    }

    private static void fill(final AVFrame frame, final BufferedImage picture) {
        final int[] argb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        final BytePointer pixels = new BytePointer(4L * argb.length);
        pixels.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(argb);
        final SwsContext scaler = sws_getContext(frame.width(), frame.height(), AV_PIX_FMT_BGRA, frame.width(),
            frame.height(), frame.format(), SWS_BILINEAR, (SwsFilter) null, null, (DoublePointer) null);
        sws_scale(scaler, new PointerPointer<BytePointer>(4).put(0, pixels).put(1, null),
            new IntPointer(4 * frame.width(), 0, 0, 0), 0, frame.height(), frame.data(), frame.linesize());
        sws_freeContext(scaler);
        pixels.close();
    }

    private void encode(final AVFrame frame) {
        if (frame != null && codec.time_base().den() != UNIT)
            frame.pts(av_rescale_q(frame.pts(), av_make_q(1, UNIT), codec.time_base())).duration(1);
        check(avcodec_send_frame(codec, frame));
        final AVPacket packet = av_packet_alloc();
        while (avcodec_receive_packet(codec, packet) >= 0) {
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(0);
            check(av_interleaved_write_frame(format, packet));
        }
        av_packet_free(packet);
    }

    private static void check(final int status) {
        assertTrue(status >= 0, "FFmpeg's code " + status);
    }
}
