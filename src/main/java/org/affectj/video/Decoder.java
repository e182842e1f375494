package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.affectj.AffectException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a video from where it stands, frame by frame in the order of showing. Owns its file. */
final class Decoder implements AutoCloseable {

    /** More threads each hold a frame, and hardly help beside an analysis. */
    private static final int MOST_THREADS = 4;
    /** Damage costs a frame each; a decoder that has more to complain of in a row is stuck. */
    private static final int MOST_FAILURES = 1000;

    private final VideoFile file;
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private boolean waitsForKey;
    private boolean drained;

    /**
     * @param file at its beginning; closed with this
     * @throws AffectException if this FFmpeg can't decode it
     */
    Decoder(final VideoFile file) {
        this.file = file;
        codec = open(file);
    }

    private static AVCodecContext open(final VideoFile file) {
        final AVCodec decoder = avcodec_find_decoder(file.parameters().codec_id());
        final AVCodecContext codec = decoder == null ? null : avcodec_alloc_context3(decoder);
        if (codec != null) {
            avcodec_parameters_to_context(codec, file.parameters());
            codec.pkt_timebase(file.stream().time_base());
            codec.thread_count(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
            if (avcodec_open2(codec, decoder, (AVDictionary) null) >= 0) return codec;
            avcodec_free_context(codec);
        }
        final String coding = file.codec();
        file.close();
        throw new AffectException("The video '" + file.path() + "' can't be decoded, since it is coded as " + coding
            + ": convert it to H.264, for example with HandBrake.");
    }

    /**
     * Decodes the next frame. What can't be decoded is left out.
     *
     * @return whether there is one, in {@link #frame()}; false at the end
     */
    boolean next() {
        int failures = 0;
        while (failures < MOST_FAILURES) {
            final int status = avcodec_receive_frame(codec, frame);
            if (status >= 0) return true;
            if (status == AVERROR_EOF() || status == AVERROR_EAGAIN() && !feed()) return false;
            if (status != AVERROR_EAGAIN()) failures++;
        }
        return false;
    }

    /** Gives the codec a packet, or tells it that there is none; returns false once it knows that. */
    private boolean feed() {
        if (drained) return false;
        int status = file.read(packet, false);
        while (status >= 0 && waitsForKey && (packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            av_packet_unref(packet);
            status = file.read(packet, false);
        }
        waitsForKey = false;
        drained = status < 0;
        // a packet that the codec refuses leaves a frame out, which who knows the stamps will miss
        avcodec_send_packet(codec, drained ? null : packet);
        av_packet_unref(packet);
        return true;
    }

    /** Goes to a key frame at or before a stamp; frames that depend on one before it aren't given. */
    void seek(final long stamp) {
        file.seek(stamp);
        avcodec_flush_buffers(codec);
        waitsForKey = true;
        drained = false;
    }

    /** @return the frame decoded last; valid until the next call */
    AVFrame frame() {
        return frame;
    }

    /** @return stamps from a frame to the next, on average */
    long interval() {
        return Math.max(1, Math.round(file.interval() / file.seconds(1)));
    }

    /** @return whether all of the last frame is as it was coded, nothing made up for what is missing */
    boolean isWhole() {
        return frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
        file.close();
    }
}
