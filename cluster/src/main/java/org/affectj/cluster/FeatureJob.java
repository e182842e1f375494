package org.affectj.cluster;

import java.io.IOException;
import java.util.List;

import org.affectj.AffectException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the parts of features that aren't there yet as one job of Spark, a task for each, so that a job that was killed
 * goes on where it stopped.
 *
 * @param spark runs the tasks
 * @param parts what to make
 */
record FeatureJob(SparkSession spark, FeatureParts parts) {

    /**
     * @param work what features are made of
     * @throws AffectException if a task failed as often as Spark tries it; the parts that are done stay
     */
    void run(final FeatureWork work) throws IOException {
        final List<FeaturePart> missing = parts.begin();
        if (missing.isEmpty()) return;
        try {
            new JavaSparkContext(spark.sparkContext()).parallelize(missing, missing.size())
                .foreach(new FeatureTask(work));
        } catch (final Exception e) { // Spark throws checked ones that it doesn't declare
            throw failure(e);
        }
        if (!parts.missing().isEmpty())
            throw new AffectException("What the computers of the cluster wrote isn't in '" + parts.folder()
                + "': give a work folder on a disk that all of them and this one share.");
    }

    /** @return what the task that ended the job complained about, if that is known */
    private static AffectException failure(final Exception job) {
        for (Throwable cause = job; cause != null; cause = cause.getCause())
            if (cause instanceof AffectException known) return known;
        return new AffectException("The features aren't finished ("
            + String.valueOf(job.getMessage()).lines().findFirst().orElse("")
            + "): look at the logs of Spark's executors; the same command goes on with what is done.", job);
    }
}
