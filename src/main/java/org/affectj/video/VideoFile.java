package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.affectj.AffectException;
import org.affectj.InputFile;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** An open video file: the packets of its first video, one after the other, still coded. */
final class VideoFile implements AutoCloseable {

    /** Pixels of a frame of 16K video, 15,360×8,640, and a few more; a header that says so much is damaged. */
    private static final long LARGEST = 1 << 27;

    private final Path path;
    private final AVFormatContext format;
    private final AVStream stream;

    private VideoFile(final Path path, final AVFormatContext format, final AVStream stream) {
        this.path = path;
        this.format = format;
        this.stream = stream;
    }

    /**
     * @param path of the file
     * @return the file, at its first packet
     * @throws AffectException if it can't be read, or has no video in it
     */
    static VideoFile open(final Path path) {
        InputFile.check(path, "video");
        av_log_set_level(AV_LOG_QUIET); // what goes wrong is told by status codes, in our own words
        final AVFormatContext format = new AVFormatContext(null);
        if (openInput(format, path) < 0) throw cantOpen(path);
        try {
            avformat_find_stream_info(format, (PointerPointer<?>) null);
            return new VideoFile(path, format, findVideo(path, format));
        } catch (final AffectException e) {
            avformat_close_input(format);
            throw e;
        }
    }

    /** Opens local files only: a play list in disguise mustn't make AffectJ fetch anything. */
    private static int openInput(final AVFormatContext format, final Path path) {
        final AVDictionary options = new AVDictionary(null);
        try (BytePointer url = url(path)) {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            return avformat_open_input(format, url, null, options);
        } finally {
            av_dict_free(options);
        }
    }

    private static BytePointer url(final Path path) {
        return new BytePointer("file:" + path.toAbsolutePath(), StandardCharsets.UTF_8);
    }

    private static AVStream findVideo(final Path path, final AVFormatContext format) {
        final int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (index < 0 || (format.streams(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0)
            throw new AffectException("The file '" + path + "' has no video in it, only sound or other "
                + "data: use one that shows pictures.");
        final AVStream stream = format.streams(index);
        final long pixels = (long) stream.codecpar().width() * stream.codecpar().height();
        if (stream.codecpar().width() <= 0 || pixels <= 0 || pixels > LARGEST)
            throw new AffectException("The video '" + path + "' can't be read, since its header is damaged or cut off: "
                + "copy or record it again.");
        return stream;
    }

    /** A header that FFmpeg knows, of a file that it can't read, is one that was cut off. */
    private static AffectException cantOpen(final Path path) {
        final AVInputFormat known = new AVInputFormat(null);
        final AVIOContext io = new AVIOContext(null);
        try (BytePointer url = url(path); BytePointer nameless = new BytePointer("", StandardCharsets.UTF_8)) {
            final boolean video = avio_open(io, url, AVIO_FLAG_READ) >= 0
                && av_probe_input_buffer(io, known, nameless, null, 0, 0) >= 0;
            return new AffectException(video
                ? "The video '" + path + "' can't be read, since its header is damaged or cut off: "
                    + "copy or record it again."
                : "The file '" + path + "' isn't a video that AffectJ can read: use MP4, MOV, MKV, WebM or AVI.");
        } finally {
            avio_closep(io);
        }
    }

    /**
     * Reads the next packet.
     *
     * @param packet is filled; the caller unreferences it
     * @param all whether to give packets of sound and other streams too
     * @return 0, {@code AVERROR_EOF} at the end, or FFmpeg's code of what went wrong
     */
    int read(final AVPacket packet, final boolean all) {
        int status = av_read_frame(format, packet);
        while (status >= 0 && !all && !isVideo(packet)) {
            av_packet_unref(packet);
            status = av_read_frame(format, packet);
        }
        return status;
    }

    /** @return whether a packet is one of the video */
    boolean isVideo(final AVPacket packet) {
        return packet.stream_index() == stream.index();
    }

    /** Goes to the last key frame at or before a stamp, as far as the file's own index is right. */
    boolean seek(final long stamp) {
        return av_seek_frame(format, stream.index(), stamp, AVSEEK_FLAG_BACKWARD) >= 0;
    }

    Path path() {
        return path;
    }

    AVStream stream() {
        return stream;
    }

    AVStream stream(final AVPacket packet) {
        return format.streams(packet.stream_index());
    }

    AVCodecParameters parameters() {
        return stream.codecpar();
    }

    /** @return what the video is coded with, as FFmpeg calls it */
    String codec() {
        return avcodec_get_name(parameters().codec_id()).getString();
    }

    /** @return the stamp that players call the beginning: when the first stream, picture or sound, starts */
    long start() {
        if (format.start_time() == AV_NOPTS_VALUE) return Long.MAX_VALUE;
        try (AVRational microseconds = av_make_q(1, AV_TIME_BASE)) {
            return av_rescale_q(format.start_time(), microseconds, stream.time_base());
        }
    }

    /** @return seconds that the header says the file lasts from stamp 0; NaN if it doesn't say so */
    double declaredSeconds() {
        // of an AVI that was cut, FFmpeg shortens the duration
        if (format.iformat().name().getString().equals("avi")) return seconds(stream.nb_frames());
        final boolean told = format.duration() != AV_NOPTS_VALUE
            && format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
        return told ? format.duration() / (double) AV_TIME_BASE : Double.NaN;
    }

    /** @return the stamp's place in seconds */
    double seconds(final long stamps) {
        return stamps * av_q2d(stream.time_base());
    }

    /** @return seconds from a frame to the next, on average; 0 if that isn't known */
    double interval() {
        return stream.avg_frame_rate().num() <= 0 ? 0 : 1 / av_q2d(stream.avg_frame_rate());
    }

    /** @return width of a pixel as shown, where 1 is its height */
    double pixelAspect() {
        try (AVRational aspect = av_guess_sample_aspect_ratio(format, stream, null)) {
            return aspect.num() > 0 && aspect.den() > 0 ? av_q2d(aspect) : 1;
        }
    }

    Orientation orientation() {
        final AVPacketSideData matrix = av_packet_side_data_get(parameters().coded_side_data(),
            parameters().nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) return Orientation.UPRIGHT;
        final int[] values = new int[9];
        new IntPointer(matrix.data()).get(values);
        return Orientation.of(values);
    }

    @Override
    public void close() {
        avformat_close_input(format);
    }
}
