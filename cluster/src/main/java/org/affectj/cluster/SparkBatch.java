package org.affectj.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.affectj.AffectException;
import org.affectj.batch.AnalysisJob;
import org.affectj.batch.BatchSettings;
import org.affectj.batch.OutputNames;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.FramePart;
import org.affectj.pipeline.FrameSelection;
import org.affectj.pipeline.ResultColumn;
import org.affectj.pipeline.ResultColumns;
import org.affectj.video.VideoFiles;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Measures many inputs as one job of Spark, a task for each or for some small ones, the largest first. What is done
 * stands in the folder, so that a job that was killed goes on where it stopped.
 */
final class SparkBatch {

    private static final Pattern LOCAL = Pattern.compile("local(\\[[^,]+(,\\s*(\\d+))?])?");
    private static final int SPARKS_ATTEMPTS = 4;
    /** Files that are smaller for the frames of a part can't be long; they aren't opened to be cut. */
    private static final long LEAST_BYTES_A_FRAME = 400;

    private final SparkSession spark;
    private final ResultFolder folder;
    private final AnalysisOptions options;
    private final FrameSelection.Choice frames;
    private final int partLength;

    /**
     * What became of the inputs.
     *
     * @param inputs how many there were
     * @param skipped how many an earlier run had done
     * @param failed how many have no results
     * @param problems why, and what of others couldn't be read
     */
    record Report(int inputs, int skipped, int failed, List<Problem> problems) {
    }

    /**
     * @param spark runs the tasks
     * @param folder takes the results
     * @param options how faces are found and measured; without a number of threads, a process has as many as Spark
     *            gives cores to a task
     * @param frames which frames are taken
     * @param partLength frames of the parts in which long videos are measured, about; 0 if they aren't shared
     */
    SparkBatch(final SparkSession spark, final ResultFolder folder, final AnalysisOptions options,
        final FrameSelection.Choice frames, final int partLength)
    {
        this.spark = spark;
        this.folder = folder;
        this.options = options.withEngine(AffectJSpark.inTasks(spark, options.engine()));
        this.frames = frames;
        this.partLength = partLength;
    }

    /**
     * @param found the inputs, in the order that decides on the names of their results
     * @param overwrite whether results of earlier runs are deleted; else inputs that are done and unchanged are skipped
     * @return what became of them
     * @throws AffectException if the folder has results of other settings, or a model is missing or damaged
     */
    Report run(final List<Source> found, final boolean overwrite) {
        final SparkContext context = spark.sparkContext();
        final ModelShipment shipment = new ModelShipment(context);
        final Measurement measurement =
            new Measurement(options, shipment.ship(options.model(), ModelDescription.Kind.AFFECT),
                shipment.ship(options.landmarkModel(), ModelDescription.Kind.LANDMARKS), frames);
        final BatchSettings settings = measurement.settings();
        if (overwrite) folder.clear();
        else folder.refuseOthers(settings);

        final Map<String, Source> known = new LinkedHashMap<>();
        folder.known().forEach(source -> known.put(source.address(), source));
        final Set<String> finished = folder.finished();
        final List<Source> skipped = new ArrayList<>();
        final List<Source> planned = new ArrayList<>();
        for (final Source source : named(found, known)) {
            final Source before = known.put(source.address(), source);
            final boolean there = finished.contains(source.table());
            if (there && source.equals(before)) {
                skipped.add(source);
                continue;
            }
            if (there) folder.delete(source.table()); // before the manifest calls the input unchanged
            planned.add(source);
        }
        final List<ResultColumn> columns = columns();
        folder.plan(List.copyOf(known.values()), settings,
            new ColumnDictionary(AnalysisJob.tables(columns)).json());
        final List<Problem> problems = new ArrayList<>(folder.damaged(skipped));
        problems.addAll(measure(planned, measurement,
            FaceRows.of(columns.stream().map(ResultColumn::column).toList())));
        folder.writeFailures(problems);
        return new Report(found.size(), skipped.size(),
            (int) problems.stream().filter(problem -> !problem.status().equals("damaged")).count(), problems);
    }

    private static List<Source> named(final List<Source> found, final Map<String, Source> known) {
        final List<String> names = OutputNames.of(found.stream().map(Source::name).toList(),
            found.stream().map(source -> Optional.ofNullable(known.get(source.address())).map(Source::table)).toList(),
            known.values().stream().map(Source::table).toList());
        final List<Source> named = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) named.add(found.get(i).named(names.get(i)));
        return named;
    }

    private List<ResultColumn> columns() {
        final ModelDescription model =
            new ModelStore().open(options.model(), ModelDescription.Kind.AFFECT).description();
        return ResultColumns.of(model.thresholds(), model.certainFrom(), options.landmarks());
    }

    private List<Problem> measure(final List<Source> planned, final Measurement measurement, final FaceRows rows) {
        if (planned.isEmpty()) return List.of();
        final SparkContext context = spark.sparkContext();
        final CollectionAccumulator<Problem> problems = context.collectionAccumulator("problems");
        final SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
        final Attempts attempts = new Attempts(attempts(context));
        final List<SourcePart> parts = parts(planned, measurement, hadoop);
        final Set<Source> shared = parts.stream().map(SourcePart::source).collect(Collectors.toSet());
        final JavaSparkContext java = new JavaSparkContext(context);
        final CollectionAccumulator<Source> postponed = context.collectionAccumulator("postponed");
        final SourceTask task = new SourceTask(measurement, rows, hadoop, attempts, problems, postponed);
        final List<JavaRDD<Row>> faces = new ArrayList<>();
        if (!parts.isEmpty())
            faces.add(java.parallelize(parts, parts.size()).mapToPair(new PartTask(measurement, hadoop, attempts))
                .repartitionAndSortWithinPartitions(new VideoPartitioner(shared.size()))
                .mapPartitions(new JoinTask(measurement, rows, problems)));
        final List<ArrayList<Source>> groups =
            SourceGroups.of(planned.stream().filter(source -> !shared.contains(source)).toList());
        if (!groups.isEmpty()) faces.add(java.parallelize(groups, groups.size()).flatMap(task));
        folder.add(spark.createDataFrame(faces.size() == 1 ? faces.get(0) : faces.get(0).union(faces.get(1)),
            rows.schema()));
        final Set<Source> alone = Set.copyOf(postponed.value());
        if (!alone.isEmpty()) {
            alone.forEach(source -> folder.delete(source.table())); // of a task that was lost while its files appeared
            folder.add(spark.createDataFrame(
                java.parallelize(SourceGroups.single(List.copyOf(alone)), alone.size()).flatMap(task), rows.schema()));
        }
        final Map<String, Problem> last = new LinkedHashMap<>();
        problems.value().forEach(problem -> last.put(problem.source(), problem));
        return planned.stream().map(source -> last.get(source.address())).filter(problem -> problem != null).toList();
    }

    /** @return the parts of the long videos, video by video; none of what isn't shared */
    private List<SourcePart> parts(final List<Source> planned, final Measurement measurement,
        final SerializableConfiguration hadoop)
    {
        final List<Source> videos = planned.stream().filter(source -> partLength > 0
            && VideoFiles.isVideo(Path.of(source.name())) && source.size() > partLength * LEAST_BYTES_A_FRAME)
            .sorted(Comparator.comparingLong(Source::size).reversed()).toList();
        if (videos.isEmpty()) return List.of();
        final List<ArrayList<FramePart>> plans = new JavaSparkContext(spark.sparkContext())
            .parallelize(videos, videos.size()).map(new PlanTask(measurement, partLength, hadoop)).collect();
        final List<SourcePart> parts = new ArrayList<>();
        int shared = 0;
        for (int i = 0; i < videos.size(); i++) {
            if (plans.get(i).size() < 2) continue;
            for (final FramePart part : plans.get(i)) parts.add(new SourcePart(shared, videos.get(i), part));
            shared++;
        }
        return parts;
    }

    /** @return how often Spark tries a task; within one process, once unless its master says otherwise */
    private static int attempts(final SparkContext context) {
        final Matcher local = LOCAL.matcher(context.master());
        if (!local.matches()) return context.conf().getInt("spark.task.maxFailures", SPARKS_ATTEMPTS);
        return local.group(3) == null ? 1 : Integer.parseInt(local.group(3));
    }
}
