package org.affectj.imagej;

import ij.gui.Roi;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

import org.affectj.detect.FaceBox;

/**
 * A face as one region, whose marks are laid out when it is drawn, so that an overlay of thousands of frames needs
 * little memory. To all else, as to a TIFF file, it is the box around the face.
 */
final class FaceRoi extends Roi {

    private static final long serialVersionUID = 1L;

    private final transient List<FaceSketch> faces;
    private final int index;
    private final int pictureWidth;
    private final int pictureHeight;

    /**
     * @param pictureWidth of the picture in pixels
     * @param pictureHeight of the picture in pixels
     * @param faces of its frame: where the marks of one go depends on the others
     * @param index of this face
     */
    FaceRoi(final int pictureWidth, final int pictureHeight, final List<FaceSketch> faces, final int index) {
        this(pictureWidth, pictureHeight, faces, index, faces.get(index).box());
    }

    private FaceRoi(final int pictureWidth, final int pictureHeight, final List<FaceSketch> faces, final int index,
        final FaceBox box)
    {
        super(box.x(), box.y(), box.width(), box.height());
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        this.faces = faces;
        this.index = index;
        setStrokeColor(FaceMarks.accent(faces.get(index)));
    }

    @Override
    public void draw(final Graphics g) {
        final Graphics2D graphics = (Graphics2D) g.create();
        if (ic != null) {
            final Rectangle shown = ic.getSrcRect();
            graphics.scale(ic.getMagnification(), ic.getMagnification());
            graphics.translate(-shown.x, -shown.y);
        }
        Mark.draw(graphics, new FaceMarks(pictureWidth, pictureHeight, faces, true).marks().get(index));
        graphics.dispose();
    }
}
