package org.affectj.batch;

import java.awt.image.BufferedImage;
import java.util.List;

import org.affectj.pipeline.FaceRecord;
import org.affectj.pipeline.Frame;

/** Draws what was measured on the frame that it was measured in. */
public interface FacePainter {

    /**
     * @param frame the picture
     * @param faces the records of this frame
     * @return the picture with its faces drawn in, opaque RGB; enlarged if it is small
     */
    BufferedImage picture(Frame frame, List<FaceRecord> faces);

    /**
     * @param frame of a video or stack
     * @param faces the records of this frame
     * @return the picture with its faces drawn in, opaque RGB, of the same width and height; the colour of a face is
     *         that of its track
     */
    BufferedImage videoFrame(Frame frame, List<FaceRecord> faces);
}
