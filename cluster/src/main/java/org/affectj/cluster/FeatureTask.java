package org.affectj.cluster;

import java.nio.file.Path;

import org.affectj.WholeFile;
import org.affectj.engine.Network;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/** Makes the features of some batches in a process of Spark. A task that is tried twice replaces its own file. */
record FeatureTask(FeatureWork work) implements VoidFunction<FeaturePart> {

    @Override
    public void call(final FeaturePart part) {
        final FeatureWork.Opened opened = work.open();
        final Network idle = opened.idle().poll();
        final Network backbone = idle == null ? opened.extraction().openBackbone() : idle;
        try {
            WholeFile.write(Path.of(part.file()), file -> opened.extraction().write(backbone, opened.rows(),
                part.from(), part.to(), file, new TaskProgress(TaskContext.get())));
        } finally {
            opened.idle().add(backbone);
        }
    }
}
