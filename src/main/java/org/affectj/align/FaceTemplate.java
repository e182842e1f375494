package org.affectj.align;

/**
 * Where the five points of an aligned face lie in its crop (METHOD 10.1): eye centres, nose tip, mouth corners; image
 * left first. Pixel centres lie at whole numbers, so the crop reaches from −0.5 to size − 0.5.
 *
 * @param size width and height of the crop in pixels
 * @param points 5 × (x, y)
 */
public record FaceTemplate(int size, double[][] points) {

    /** The template of ArcFace, which most face networks take: 112 pixels. */
    public static final FaceTemplate ARCFACE = new FaceTemplate(112, new double[][] { { 38.2946, 51.6963 },
        { 73.5318, 51.5014 }, { 56.0252, 71.7366 }, { 41.5493, 92.3655 }, { 70.7299, 92.2041 } });

    public FaceTemplate {
        if (size < 1) throw new IllegalArgumentException("a crop needs at least one pixel");
        if (points.length != 5) throw new IllegalArgumentException("5 points expected, got " + points.length);
    }

    /**
     * The same face in a crop of another size. A position p counts from the centre of the first pixel, half a pixel
     * inside the crop's edge; it becomes (p + ½)·s − ½, which keeps what the crop shows. (InsightFace takes p·s
     * instead, which moves the face by (s − 1)/2 pixels; both agree at 112.)
     *
     * @param newSize width and height in pixels
     * @return the template for crops of that size
     */
    public FaceTemplate scaledTo(final int newSize) {
        final double factor = (double) newSize / size;
        final double[][] scaled = new double[points.length][];
        for (int i = 0; i < points.length; i++)
            scaled[i] = new double[] { (points[i][0] + 0.5) * factor - 0.5, (points[i][1] + 0.5) * factor - 0.5 };
        return new FaceTemplate(newSize, scaled);
    }

    /**
     * @param fivePoints the five points of a face in a picture, pixel centres at whole numbers
     * @return the transform from the picture to the crop
     */
    public SimilarityTransform transformFrom(final double[][] fivePoints) {
        return SimilarityTransform.fit(fivePoints, points);
    }
}
