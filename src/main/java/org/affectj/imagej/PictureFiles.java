package org.affectj.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;

import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

import org.affectj.AffectException;
import org.affectj.InputFile;
import org.affectj.pipeline.FrameSource;

/**
 * Opens picture files as frames, without windows or dialogs. ImageJ's own readers make the pixels, so that a file gives
 * the same ones here and in ImageJ's window; the file is checked first, since those readers take a damaged picture as
 * it is. Only the orientation of a JPEG is honoured here, which plain ImageJ doesn't.
 */
public final class PictureFiles {

    private static final List<String> EXTENSIONS =
        List.of("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "dcm", "fits", "pgm", "ppm");

    /** What a pixel takes while a picture is checked and read. */
    private static final int BYTES = 8;

    private PictureFiles() {
    }

    /** @return whether the name of a file ends as that of a picture, for the choice of files in a folder */
    public static boolean isPicture(final Path file) {
        return EXTENSIONS.contains(InputFile.extension(file));
    }

    /**
     * @param file a picture or stack: PNG, JPEG, GIF, BMP, TIFF, DICOM, FITS or PGM, told by its content
     * @return its frames; the source is named as the file
     * @throws AffectException if it isn't there, isn't a picture, is damaged, or is too small for a face
     */
    public static FrameSource open(final Path file) {
        return ImageFrameSource.of(openImage(file));
    }

    /**
     * @param file as for {@link #open}
     * @return the image, not shown
     * @throws AffectException if it isn't there, isn't a picture or is damaged
     */
    public static ImagePlus openImage(final Path file) {
        InputFile.check(file, "picture");
        final ImagePlus image;
        try {
            image = read(file);
        }
        catch (final AffectException e) {
            throw e;
        }
        catch (final IOException | RuntimeException e) { // how ImageJ's readers answer to damage
            throw unreadable(file, "it is damaged or cut off", e);
        }
        if (image == null) throw unreadable(file, "ImageJ doesn't know how its pixels are stored", null);
        image.setTitle(file.getFileName().toString());
        return image;
    }

    private static ImagePlus read(final Path file) throws IOException {
        final Opener opener = new Opener();
        opener.setSilentMode(true);
        final int type = opener.getFileType(file.toString());
        switch (type) {
            case Opener.JPEG -> {
                return readJpeg(file);
            }
            case Opener.PNG, Opener.GIF, Opener.BMP -> decode(file);
            case Opener.TIFF -> checkTiff(file);
            case Opener.DICOM, Opener.TIFF_AND_DICOM, Opener.FITS, Opener.PGM -> {
                // nothing to check beforehand
            }
            default -> throw new AffectException(
                "The file '" + file + "' isn't a picture: use PNG, JPEG, TIFF, GIF or BMP.");
        }
        return opener.openImage(folder(file), file.getFileName().toString());
    }

    /** ImageJ reads JPEG by this toolkit; what it lacks is the orientation. */
    private static ImagePlus readJpeg(final Path file) throws IOException {
        decode(file);
        final ImagePlus image = new ImagePlus("", Toolkit.getDefaultToolkit().createImage(file.toString()));
        image.setProcessor(JpegOrientation.upright(image.getProcessor(), JpegOrientation.of(file)));
        return image;
    }

    /** Decodes all pixels to see that none is missing, of which a JPEG reader only warns. */
    private static void decode(final Path file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            final Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) throw new IOException("no reader");
            final ImageReader reader = readers.next();
            final AtomicReference<String> warning = new AtomicReference<>();
            final IIOReadWarningListener listener = (source, text) -> warning.set(text);
            try {
                reader.addIIOReadWarningListener(listener);
                reader.setInput(stream);
                checkMemory(file, (long) reader.getWidth(0) * reader.getHeight(0) * BYTES);
                reader.read(0);
                if (warning.get() != null) throw new IOException(warning.get());
            }
            finally {
                reader.dispose();
            }
        }
    }

    /** An uncompressed picture must lie within its file. */
    private static void checkTiff(final Path file) throws IOException {
        final TiffDecoder decoder = new TiffDecoder(folder(file), file.getFileName().toString());
        final FileInfo[] pictures = decoder.getTiffInfo();
        if (pictures == null || pictures.length == 0) throw new IOException("no picture");
        final long length = Files.size(file);
        for (final FileInfo picture : pictures) {
            checkMemory(file, (long) picture.width * picture.height * Math.max(BYTES, picture.getBytesPerPixel()));
            if (end(picture) > length) throw new IOException("pixels end at " + end(picture) + " of " + length);
        }
    }

    /** A file of a few bytes can claim to be a picture of many gigabytes. */
    private static void checkMemory(final Path file, final long bytes) {
        if (bytes < 0 || bytes > Runtime.getRuntime().maxMemory() / 2)
            throw new AffectException("The picture '" + file
                + "' says that it is too large for this computer's memory: cut it into parts, or give Java "
                + "more memory (-Xmx).");
    }

    private static long end(final FileInfo picture) {
        if (picture.compression > FileInfo.COMPRESSION_NONE && picture.stripOffsets != null) {
            final int last = picture.stripOffsets.length - 1;
            return Integer.toUnsignedLong(picture.stripOffsets[last]) + picture.stripLengths[last];
        }
        final long plane = (long) picture.width * picture.height * picture.getBytesPerPixel();
        final int planes = Math.max(1, picture.nImages);
        return picture.getOffset() + plane * planes + (planes - 1) * picture.getGap();
    }

    private static String folder(final Path file) {
        return file.toAbsolutePath().getParent() + File.separator;
    }

    private static AffectException unreadable(final Path file, final String reason, final Exception cause) {
        return new AffectException("The picture '" + file + "' can't be read, since " + reason
            + ": save it again, or leave it out.", cause);
    }
}
