package org.affectj.imagej;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.measure.ResultsTable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.pipeline.FaceRecord;

/**
 * Draws faces onto ImageJ images: non-destructive overlays, each face on the slice or position that it was found in.
 */
public final class FaceOverlay {

    /** What the names of all marks begin with. */
    private static final String MARK = "AffectJ face ";

    /** Frames with faces from which on regions for each mark, about ten for a face, would take too much memory. */
    private static final int MANY = 100;

    private FaceOverlay() {
    }

    /**
     * @param image what the records were measured in
     * @param records faces of any of its frames
     * @param thresholds value from which each action unit counts as present
     * @return the overlay, to set on the image
     */
    public static Overlay of(final ImagePlus image, final List<FaceRecord> records, final List<Double> thresholds) {
        return draw(image, FaceSketch.of(records, thresholds));
    }

    /**
     * @param image what the table was measured in
     * @param table of Analyze Faces; the expression, the action units and the points are drawn where it has them
     * @return the overlay, to set on the image
     * @throws AffectException if the table doesn't say where faces are, or belongs to an image with more frames
     */
    public static Overlay of(final ImagePlus image, final ResultsTable table) {
        return draw(image, FaceSketch.of(table));
    }

    /**
     * Puts an overlay of faces onto an image in place of one that was drawn before; what the user drew stays.
     *
     * @param image to draw onto
     * @param faces its faces
     */
    public static void show(final ImagePlus image, final Overlay faces) {
        final Overlay all = new Overlay();
        if (image.getOverlay() != null)
            for (final Roi roi : image.getOverlay())
                if (roi.getName() == null || !roi.getName().startsWith(MARK)) all.add(roi);
        faces.forEach(all::add);
        image.setOverlay(all);
    }

    private static Overlay draw(final ImagePlus image, final List<FaceSketch> faces) {
        final Overlay overlay = new Overlay();
        final Map<Integer, List<FaceSketch>> frames =
            faces.stream().collect(Collectors.groupingBy(FaceSketch::frame, TreeMap::new, Collectors.toList()));
        frames.forEach((frame, sketches) -> {
            for (int i = 0; i < sketches.size(); i++)
                for (final Roi roi : rois(image, sketches, i, frames.size())) {
                    setPosition(image, frame, roi);
                    overlay.add(roi, MARK + (i + 1) + " " + sketches.get(i).label());
                }
        });
        return overlay;
    }

    /** A region for each mark, which everything in ImageJ can work with; of many frames one for each face. */
    private static List<Roi> rois(final ImagePlus image, final List<FaceSketch> faces, final int index,
        final int frames)
    {
        if (frames > MANY) return List.of(new FaceRoi(image.getWidth(), image.getHeight(), faces, index));
        return new FaceMarks(image.getWidth(), image.getHeight(), faces, frames(image) > 1).marks().get(index).stream()
            .map(FaceOverlay::roi).toList();
    }

    private static Roi roi(final Mark mark) {
        final Roi roi = new ShapeRoi(mark.shape());
        if (mark.lineWidth() > 0) {
            roi.setStrokeColor(mark.colour());
            roi.setStrokeWidth(mark.lineWidth());
        }
        else roi.setFillColor(mark.colour());
        return roi;
    }

    private static void setPosition(final ImagePlus image, final int frame, final Roi roi) {
        final int frames = frames(image);
        if (frame < 1 || frame > frames)
            throw new AffectException("The table has a face in frame " + frame + ", but the image '" + image.getTitle()
                + "' has " + frames + (frames == 1 ? " frame" : " frames") + ": choose the image that was analysed.");
        if (frames == 1) return;
        final int slices = image.getNSlices();
        if (image.isHyperStack() || channels(image) > 1)
            roi.setPosition(0, (frame - 1) % slices + 1, (frame - 1) / slices + 1);
        else roi.setPosition(frame);
    }

    private static int frames(final ImagePlus image) {
        return Math.max(1, image.getStackSize() / channels(image));
    }

    private static int channels(final ImagePlus image) {
        return image.getType() == ImagePlus.COLOR_RGB ? 1 : image.getNChannels();
    }
}
