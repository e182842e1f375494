package org.affectj.video;

/**
 * How decoded pictures are turned or mirrored to stand upright. A pixel (x, y) is shown at (xx·x + yx·y, xy·x + yy·y),
 * moved so that the picture begins at 0; each factor is −1, 0 or 1.
 */
record Orientation(int xx, int xy, int yx, int yy) {

    /** Pictures stay as they are. */
    static final Orientation UPRIGHT = new Orientation(1, 0, 0, 1);

    /**
     * @param matrix the nine values of a display matrix, as MP4 and FFmpeg have it: a b u, c d v, x y w
     * @return the nearest quarter turn, mirrored or not
     */
    static Orientation of(final int[] matrix) {
        final long a = matrix[0];
        final long b = matrix[1];
        final long c = matrix[3];
        final long d = matrix[4];
        if (a == 0 && b == 0 || c == 0 && d == 0) return UPRIGHT; // shows nothing: not meant as a turn
        if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c))
            return new Orientation(a < 0 ? -1 : 1, 0, 0, d < 0 ? -1 : 1);
        return new Orientation(0, b < 0 ? -1 : 1, c < 0 ? -1 : 1, 0);
    }

    /** @return whether width and height change places */
    boolean swaps() {
        return xx == 0;
    }

    /**
     * @param pixels row by row
     * @param width before turning
     * @param height before turning
     * @return the upright picture; the same array if there is nothing to do
     */
    int[] apply(final int[] pixels, final int width, final int height) {
        if (equals(UPRIGHT)) return pixels;
        final int[] shown = new int[pixels.length];
        final int shownWidth = swaps() ? height : width;
        final int startX = (xx < 0 ? width - 1 : 0) + (yx < 0 ? height - 1 : 0);
        final int startY = (xy < 0 ? width - 1 : 0) + (yy < 0 ? height - 1 : 0);
        final int step = xx + shownWidth * xy;
        for (int y = 0; y < height; y++) {
            int to = startX + yx * y + shownWidth * (startY + yy * y);
            for (int x = 0; x < width; x++, to += step)
                shown[to] = pixels[y * width + x];
        }
        return shown;
    }
}
