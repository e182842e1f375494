package org.affectj.imagej;

import ij.process.ImageProcessor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held, as Exif tells: tag 0x0112 of the first directory in the APP1 block, 1 to 8 (CIPA DC-008,
 * 4.6.4). ImageJ alone ignores it, so a portrait from a phone would lie on its side.
 */
final class JpegOrientation {

    private static final int MARKER = 0xff;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final byte[] MAGIC = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short TAG = 0x0112;
    private static final int UPRIGHT = 1;

    private JpegOrientation() {
    }

    /**
     * Looks through the blocks before the pixels.
     *
     * @param file a JPEG file
     * @return the orientation, 1 to 8; 1 for upright or where the file doesn't say
     */
    static int of(final Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readUnsignedShort(); // start of image
            while (in.readUnsignedByte() == MARKER) {
                final int kind = in.readUnsignedByte();
                if (kind == START_OF_SCAN) break;
                final byte[] block = in.readNBytes(in.readUnsignedShort() - 2);
                if (kind == APP1 && of(block) != UPRIGHT) return of(block);
            }
            return UPRIGHT;
        }
    }

    private static int of(final byte[] block) {
        final ByteBuffer exif = ByteBuffer.wrap(block);
        if (exif.remaining() < MAGIC.length || !exif.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC)))
            return UPRIGHT;
        try {
            return ofDirectory(exif.slice(MAGIC.length, block.length - MAGIC.length));
        }
        catch (final BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // a broken directory says nothing
        }
    }

    private static int ofDirectory(final ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        final int entries = tiff.getShort();
        for (int i = 0; i < entries; i++) {
            final int entry = tiff.position();
            if (tiff.getShort(entry) == TAG) return Math.max(UPRIGHT, Math.min(8, tiff.getShort(entry + 8)));
            tiff.position(entry + 12);
        }
        return UPRIGHT;
    }

    /** @return the picture as it looks when the camera's turn is undone */
    static ImageProcessor upright(final ImageProcessor picture, final int orientation) {
        final ImageProcessor turned = switch (orientation) {
            case 3, 4 -> picture.rotateRight().rotateRight();
            case 5, 6 -> picture.rotateRight();
            case 7, 8 -> picture.rotateLeft();
            default -> picture;
        };
        if (orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7) turned.flipHorizontal();
        return turned;
    }
}
