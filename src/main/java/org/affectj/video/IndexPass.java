package org.affectj.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.affectj.Progress;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads a video once from end to end to learn the stamps of its frames. Nothing is decoded, except where packets don't
 * say when a frame is shown, or aren't a frame each.
 */
final class IndexPass {

    /** Headers are right to within this and two frames, which may have no duration of their own. */
    private static final double TOLERANCE_SECONDS = 0.1;
    private static final int ASK_EVERY = 256;

    private final VideoFile file;
    private final Progress progress;
    private final LongStream.Builder stamps = LongStream.builder();
    private final LongStream.Builder keys = LongStream.builder();
    private boolean stamped = true;
    private long damagedPackets;
    private double end;

    private IndexPass(final VideoFile file, final Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * @param path of a video
     * @param progress asked whether to go on; told nothing, since this takes seconds an hour of video
     * @return its index
     * @throws org.affectj.AffectException if it can't be opened
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    static FrameIndex of(final Path path, final Progress progress) {
        final FrameIndex index;
        try (VideoFile file = VideoFile.open(path)) {
            index = new IndexPass(file, progress).read();
        }
        return index.isSeekable() ? index : byDecoding(path, index.damage(), progress);
    }

    private FrameIndex read() {
        final AVPacket packet = av_packet_alloc();
        try {
            int status = file.read(packet, true);
            for (long i = 0; status >= 0; i++) {
                if (i % ASK_EVERY == 0) progress.throwIfCancelled();
                add(packet);
                av_packet_unref(packet);
                status = file.read(packet, true);
            }
            return index(damage(status));
        } finally {
            av_packet_free(packet);
        }
    }

    private void add(final AVPacket packet) {
        final long stamp = packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        if (stamp != AV_NOPTS_VALUE)
            end = Math.max(end, (stamp + packet.duration()) * av_q2d(file.stream(packet).time_base()));
        if (!file.isVideo(packet)) return;
        if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) damagedPackets++;
        if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0 || isHidden(packet)) return;
        stamped &= packet.pts() != AV_NOPTS_VALUE;
        stamps.add(packet.pts());
        if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) keys.add(packet.pts());
    }

    /** VP8 has frames that are only looked at by others: bit 4 of the first byte is 0 (RFC 6386, 9.1). */
    private boolean isHidden(final AVPacket packet) {
        return file.parameters().codec_id() == AV_CODEC_ID_VP8 && packet.size() > 0
            && (packet.data().get() & 0x10) == 0;
    }

    private FrameIndex index(final Optional<String> damage) {
        final long[] sorted = stamps.build().sorted().toArray();
        final FrameIndex plain = new FrameIndex(sorted, new int[0], damage);
        if (!stamped || isInterlaced() || IntStream.range(1, sorted.length).anyMatch(i -> sorted[i] == sorted[i - 1]))
            return plain;
        final int[] numbers = keys.build().sorted().mapToInt(plain::number).toArray();
        return new FrameIndex(sorted, numbers, damage);
    }

    /** Half frames may come in packets of their own. */
    private boolean isInterlaced() {
        final int order = file.parameters().field_order();
        return order != AV_FIELD_UNKNOWN && order != AV_FIELD_PROGRESSIVE;
    }

    private Optional<String> damage(final int status) {
        final double seconds = file.declaredSeconds();
        if (seconds > end + TOLERANCE_SECONDS + 2 * file.interval())
            return Optional.of(String.format(Locale.ROOT, "it ends at %.2f of %.2f seconds", end, seconds));
        if (status != AVERROR_EOF())
            return Optional.of(String.format(Locale.ROOT, "it can't be read beyond %.2f seconds", end));
        return damagedPackets > 0 ? Optional.of("parts of it are missing") : Optional.empty();
    }

    private static FrameIndex byDecoding(final Path path, final Optional<String> damage, final Progress progress) {
        final LongStream.Builder stamps = LongStream.builder();
        try (Decoder decoder = new Decoder(VideoFile.open(path))) {
            long last = -1;
            while (decoder.next()) {
                progress.throwIfCancelled();
                final long stamp = decoder.frame().best_effort_timestamp();
                // a frame without a stamp of its own is shown after the one before it
                last = stamp == AV_NOPTS_VALUE || stamp <= last && last >= 0 ? last + decoder.interval() : stamp;
                stamps.add(last);
            }
        }
        return new FrameIndex(stamps.build().toArray(), new int[0], damage);
    }
}
