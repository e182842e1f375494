package org.affectj.render;

/** A picture in the making: linear light and depth a sample, {@link #SAMPLES}² samples a pixel. */
public final class Frame {

    /** Samples along each side of a pixel. */
    public static final int SAMPLES = 2;

    private final int width;
    private final int height;
    private final float[] light;
    private final DepthBuffer depths;

    /** A frame of the given size in pixels, black. */
    public Frame(final int width, final int height) {
        this.width = SAMPLES * width;
        this.height = SAMPLES * height;
        light = new float[3 * this.width * this.height];
        depths = new DepthBuffer(this.width, this.height);
    }

    /** @return columns of samples */
    int columns() {
        return width;
    }

    /** @return rows of samples */
    int rows() {
        return height;
    }

    /** @return red, green, blue a sample, linear */
    float[] light() {
        return light;
    }

    DepthBuffer depths() {
        return depths;
    }

    /** @return the position in pixels (centre of the first at 0) of a position in samples */
    static float pixel(final float sample) {
        return (sample - (SAMPLES - 1) / 2f) / SAMPLES;
    }

    /** @return the position in samples of a position in pixels */
    static float sample(final float pixel) {
        return SAMPLES * pixel + (SAMPLES - 1) / 2f;
    }
}
