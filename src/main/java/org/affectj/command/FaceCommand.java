package org.affectj.command;

import ij.ImagePlus;

import org.affectj.AffectException;
import org.affectj.detect.ExtraPasses;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Precision;
import org.affectj.imagej.ImageFrameSource;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.AnalysisPreset;
import org.affectj.pipeline.FrameSource;
import org.affectj.pipeline.Tracking;
import org.scijava.plugin.Parameter;

/** A command that looks for faces in an image: how they are sought, and where networks run. */
abstract class FaceCommand extends AffectCommand {

    @Parameter(label = "Image", required = false, persist = false,
        description = "The image to look for faces in: single, stack or hyperstack, of any kind of pixels.")
    private ImagePlus image;

    @Parameter(label = "Whole stack",
        description = "Looks at every slice, or every z and t position; else only at the one that is shown.")
    private boolean wholeStack = true;

    @Parameter(label = "Preset", choices = { "own values", "fast", "accurate", "video" },
        description = "own values: the fields below count; fast: large frontal faces, sought in every 5th frame; "
            + "accurate: small and turned ones too, in every frame; video: the usual ones, sought in every 5th frame "
            + "and followed in between.")
    private String preset = AnalysisPreset.OWN.toString();

    @Parameter(label = "Smallest face", min = "0", max = "100000", stepSize = "0.01",
        description = "Side of the smallest face to find: in pixels, or below 1 as a share of the "
            + "picture's shorter side.")
    private double minimumFace = AnalysisOptions.DEFAULT.minimumFace();

    @Parameter(label = "Search for turned faces", choices = { "never", "when none", "always" },
        description = "When a picture is searched again for turned and tilted faces, which takes "
            + "several times as long.")
    private String turnedFaces = AnalysisOptions.DEFAULT.extraPasses().toString();

    @Parameter(label = "Largest number of faces", min = "0", max = "10000",
        description = "How many faces are taken from a picture, the largest ones; 0 for all.")
    private int maximumFaces = AnalysisOptions.DEFAULT.maximumFaces();

    @Parameter(label = "Smallest score", min = "0", max = "1", stepSize = "0.05",
        description = "How sure it must be that something is a face, from 0 to 1.")
    private double minimumScore = AnalysisOptions.DEFAULT.minimumScore();

    @Parameter(label = "Search every n-th frame", min = "1", max = "100",
        description = "1 searches every frame for faces; 5 searches every fifth and follows the faces in "
            + "between, which takes about a third of the time.")
    private int detectEvery = AnalysisOptions.DEFAULT.tracking().detectEvery();

    @Parameter(label = "Longest gap in a track (seconds)", min = "0", max = "60", stepSize = "0.5",
        description = "A face that was out of sight for no longer than this keeps its number in the column track.")
    private double trackGap = AnalysisOptions.DEFAULT.tracking().gap();

    @Parameter(label = "Know faces by looks",
        description = "Tells people in a video or stack apart by how they look as well as by place, so "
            + "that who comes back has the same number; nothing of that is kept.")
    private boolean byLooks = AnalysisOptions.DEFAULT.tracking().byLooks();

    @Parameter(label = "Landmark finder",
        description = "Name of the model that finds the 68 points of faces, or the path of its folder.")
    private String landmarkFinder = AnalysisOptions.DEFAULT.landmarkModel();

    @Parameter(label = "Device",
        description = "Where networks run: auto (a GPU if there is one), cpu, gpu, or gpu:1 for the second GPU.")
    private String device = EngineOptions.DEFAULT.device();

    @Parameter(label = "Precision", choices = { "auto", "float32", "bfloat16" },
        description = "Arithmetic of networks: auto is float32; bfloat16 needs a processor that computes it natively.")
    private String precision = EngineOptions.DEFAULT.precision().toString();

    @Parameter(label = "Threads", min = "0", max = "1024",
        description = "Threads on the CPU, for one network operation and to search frames side by "
            + "side; 0 for as many as there are cores.")
    private int threads = EngineOptions.DEFAULT.threads();

    @Parameter(label = "Safe settings",
        description = "Computes with one thread and without oneDNN: slower, for computers on which TensorFlow crashes.")
    private boolean safe = EngineOptions.DEFAULT.safe();

    /** @return the image */
    final ImagePlus image() {
        if (image == null) throw new AffectException("There is no image: open a picture of a face first.");
        return image;
    }

    /** @return the frames to look at */
    final FrameSource source() {
        return wholeStack ? ImageFrameSource.of(image()) : ImageFrameSource.ofCurrentFrame(image());
    }

    /** @return how to look for faces, with the default model */
    final AnalysisOptions options() {
        final AnalysisOptions own = AnalysisOptions.DEFAULT.withMinimumFace(minimumFace).withMaximumFaces(maximumFaces)
            .withMinimumScore(minimumScore).withLandmarkModel(landmarkFinder)
            .withTracking(new Tracking(detectEvery, trackGap, byLooks))
            .withExtraPasses(named(ExtraPasses.values(), turnedFaces, "search for turned faces"))
            .withEngine(new EngineOptions(device, named(Precision.values(), precision, "precision"), threads)
                .withSafe(safe));
        return named(AnalysisPreset.values(), preset, "preset").of(own);
    }
}
