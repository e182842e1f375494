package org.affectj.cluster;

import org.apache.spark.Partitioner;

/** Brings the parts of each video together. */
final class VideoPartitioner extends Partitioner {

    private static final long serialVersionUID = 1L;

    private final int videos;

    VideoPartitioner(final int videos) {
        this.videos = videos;
    }

    @Override
    public int numPartitions() {
        return videos;
    }

    @Override
    public int getPartition(final Object part) {
        return ((SourcePart) part).video();
    }
}
