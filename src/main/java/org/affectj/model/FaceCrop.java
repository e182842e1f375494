package org.affectj.model;

/**
 * A square, aligned face, as networks take it.
 *
 * @param size width and height in pixels
 * @param rgb {@code size * size * 3} bytes: rows from the top, red, green and blue interleaved, 0 to 255 unsigned
 */
public record FaceCrop(int size, byte[] rgb) {

    public FaceCrop {
        if (rgb.length != size * size * 3)
            throw new IllegalArgumentException(rgb.length + " bytes are not an RGB picture of " + size + "×" + size);
    }
}
