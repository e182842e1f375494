package org.affectj.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;

import java.util.Optional;

import org.affectj.align.AlignedFace;
import org.affectj.align.SimilarityTransform;
import org.affectj.model.FaceCrop;
import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.ResultColumns;

/**
 * Aligned faces as a stack of colour pictures, and a table that says where each came from. The transform of a face
 * takes a pixel (x, y) of the image to (a·x − b·y + tx, b·x + a·y + ty) of its slice, pixel centres at whole numbers.
 */
public final class AlignedFaces {

    /** The title of the window that the table is shown in. */
    public static final String TITLE = "AffectJ Aligned Faces";

    /** Enough for a hundredth of a pixel at the far edge of a picture of 100,000 pixels. */
    private static final int DECIMALS = 8;

    private final String source;
    private final ImageStack stack;
    private final FaceTable table;

    /**
     * @param source name of what the faces come from
     * @param size width and height of the faces in pixels
     */
    public AlignedFaces(final String source, final int size) {
        this.source = source;
        stack = new ImageStack(size, size);
        table = new FaceTable(ResultColumns.ofPlaces());
    }

    /**
     * Adds a row, and a slice if there is a face.
     *
     * @param record where the face is, or why there is none
     * @param face the face, moved to the template
     */
    public void add(final FaceRecord record, final Optional<AlignedFace> face) {
        table.add(record);
        face.ifPresent(aligned -> {
            stack.addSlice(record.source() + " frame " + record.frame() + " face " + record.number(),
                picture(aligned.crop()));
            set("slice", stack.getSize(), 0);
        });
        final Optional<SimilarityTransform> transform = face.map(AlignedFace::transform);
        set("a", transform.map(SimilarityTransform::a).orElse(Double.NaN), DECIMALS);
        set("b", transform.map(SimilarityTransform::b).orElse(Double.NaN), DECIMALS);
        set("tx", transform.map(SimilarityTransform::tx).orElse(Double.NaN), DECIMALS);
        set("ty", transform.map(SimilarityTransform::ty).orElse(Double.NaN), DECIMALS);
    }

    /** @return the faces; empty if there is none */
    public Optional<ImagePlus> stack() {
        return stack.getSize() == 0 ? Optional.empty() : Optional.of(new ImagePlus("Faces of " + source, stack));
    }

    /** @return a row for each face, with the number of its slice, and for each frame without a face */
    public ResultsTable table() {
        return table.table();
    }

    private void set(final String column, final double value, final int decimals) {
        final ResultsTable rows = table.table();
        rows.setValue(column, rows.size() - 1, value);
        rows.setDecimalPlaces(rows.getColumnIndex(column), decimals);
    }

    private static ColorProcessor picture(final FaceCrop crop) {
        final int[] pixels = new int[crop.size() * crop.size()];
        final byte[] rgb = crop.rgb();
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = 0xff000000 | (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255;
        return new ColorProcessor(crop.size(), crop.size(), pixels);
    }
}
