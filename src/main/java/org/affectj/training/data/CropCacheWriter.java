package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.affectj.Progress;
import org.affectj.WholeFile;
import org.affectj.align.SimilarityTransform;
import org.affectj.align.Warp;
import org.affectj.detect.Landmarks;

import com.google.gson.Gson;

import net.imglib2.img.array.ArrayImgs;

/** Makes a {@link CropCache}: decodes each picture once and cuts its face out, on all cores, in the set's order. */
final class CropCacheWriter {

    private static final int BATCH = 256;

    private final DataSet data;

    /** A face and its crop. */
    private record Cut(FaceExample example, CachedFace face, byte[] crop) {
    }

    /** The files that are being written. */
    private record Streams(OutputStream crops, OutputStream faces, DataOutputStream names) {

        void write(final Cut cut) throws IOException {
            crops.write(cut.crop);
            final ByteBuffer numbers =
                ByteBuffer.allocate(CachedFace.NUMBERS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            cut.face.write(numbers.asFloatBuffer());
            faces.write(numbers.array());
            names.writeUTF(cut.example.image());
            names.writeUTF(cut.example.subject());
        }
    }

    CropCacheWriter(final DataSet data) {
        this.data = data;
    }

    void write(final Path folder, final String fingerprint, final Progress progress) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(CropCache.INDEX)); // the index comes last: without it there is no cache
        DataReport.write(List.of(DataReport.of(data, progress)), folder.resolve(CropCache.REPORT));
        final int count;
        try (OutputStream crops = open(folder.resolve(CropCache.CROPS));
                OutputStream faces = open(folder.resolve(CropCache.FACES));
                DataOutputStream names = new DataOutputStream(open(folder.resolve(CropCache.NAMES)))) {
            count = writeFaces(new Streams(crops, faces, names), progress);
        }
        final CropCache.Index index = new CropCache.Index(CropCache.Index.VERSION, data.format(), data.name(),
            fingerprint, count);
        WholeFile.write(folder.resolve(CropCache.INDEX), file -> Files.writeString(file, new Gson().toJson(index)));
    }

    private static OutputStream open(final Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    private int writeFaces(final Streams into, final Progress progress) {
        final List<FaceExample> batch = new ArrayList<>(BATCH);
        final int[] count = new int[1];
        data.forEach(face -> {
            batch.add(face);
            if (batch.size() == BATCH) count[0] = flush(batch, into, count[0], progress);
        });
        return flush(batch, into, count[0], progress);
    }

    private int flush(final List<FaceExample> batch, final Streams into, final int before, final Progress progress) {
        progress.throwIfCancelled();
        final List<Cut> cuts = batch.parallelStream().map(this::cut).toList();
        batch.clear();
        try {
            for (final Cut cut : cuts)
                into.write(cut);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.update(before + cuts.size(), -1, "Cutting out the faces of " + data.name());
        return before + cuts.size();
    }

    private Cut cut(final FaceExample example) {
        final BufferedImage picture = data.pictures().read(example.image());
        final int width = picture.getWidth();
        final int height = picture.getHeight();
        final int[] argb = argb(picture);
        final SimilarityTransform transform =
            Placement.of(example, width, height).then(CropCache.FROM_TEMPLATE);
        final byte[] rgb =
            Warp.crop(ArrayImgs.argbs(argb, width, height), transform, CropCache.SIZE).rgb();
        return new Cut(example, new CachedFace(example.split(), example.labels(), transform, width, height,
            example.usableLandmarks().map(points -> points.moved(transform)), example.disagreement()),
            grey(rgb));
    }

    /** Packed pixels; grey ones as they are stored, which getRGB would brighten as if they were linear light. */
    private static int[] argb(final BufferedImage picture) {
        final int width = picture.getWidth();
        final int height = picture.getHeight();
        if (picture.getType() != BufferedImage.TYPE_BYTE_GRAY)
            return picture.getRGB(0, 0, width, height, null, 0, width);
        final int[] values = picture.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        for (int i = 0; i < values.length; i++)
            values[i] = 0xff000000 | values[i] * 0x010101;
        return values;
    }

    /** Luminance as ITU-R BT.601 has it. */
    private static byte[] grey(final byte[] rgb) {
        final byte[] grey = new byte[rgb.length / 3];
        for (int i = 0; i < grey.length; i++)
            grey[i] = (byte) ((299 * (rgb[3 * i] & 0xff) + 587 * (rgb[3 * i + 1] & 0xff) + 114 * (rgb[3 * i + 2] & 0xff)
                + 500) / 1000);
        return grey;
    }
}
