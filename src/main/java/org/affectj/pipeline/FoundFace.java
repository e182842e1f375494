package org.affectj.pipeline;

import org.affectj.align.AlignedFace;
import org.affectj.align.HeadPose;
import org.affectj.detect.DetectedFace;

/**
 * A face in a frame, ready for a model.
 *
 * @param face where it is
 * @param pose how the head is turned
 * @param aligned its pixels, moved to the template
 */
public record FoundFace(DetectedFace face, HeadPose pose, AlignedFace aligned) {
}
