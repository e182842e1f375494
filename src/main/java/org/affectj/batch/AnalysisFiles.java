package org.affectj.batch;

import java.util.Map;

/**
 * What an analysis writes for each input beside its table.
 *
 * @param overlays whether pictures get one with their faces drawn in
 * @param annotatedVideos whether videos and stacks get a video with their faces drawn in
 */
public record AnalysisFiles(boolean overlays, boolean annotatedVideos) {

    /** Adds what {@code run.json} tells. */
    void describe(final Map<String, Object> values) {
        values.put("overlays", overlays);
        values.put("annotated_videos", annotatedVideos);
    }
}
