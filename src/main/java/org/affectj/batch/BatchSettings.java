package org.affectj.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.affectj.model.Diagnosis;
import org.affectj.model.ModelDescription;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;
import org.affectj.pipeline.AnalysisOptions;
import org.affectj.pipeline.ColumnDictionary;
import org.affectj.pipeline.FrameSelection;

/**
 * What decides, beside the inputs, what results are: results in one folder share it.
 *
 * @param command what is done: {@code analyze}, {@code align}
 * @param model what reads the faces; empty where they are only found
 * @param landmarkModel what finds the points of faces
 * @param values the options by name, in the order to tell them
 */
public record BatchSettings(String command, Optional<ModelFolder> model, ModelFolder landmarkModel,
    Map<String, Object> values) {

    /**
     * @param options how faces are found and measured
     * @param frames which frames are taken
     * @param files what is written beside tables
     * @return the settings of an analysis
     * @throws org.affectj.AffectException if a model is missing or damaged
     */
    public static BatchSettings ofAnalysis(final AnalysisOptions options, final FrameSelection.Choice frames,
        final AnalysisFiles files)
    {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("landmarks", options.landmarks());
        files.describe(values);
        return of("analyze", Optional.of(new ModelStore().open(options.model(), ModelDescription.Kind.AFFECT)), options,
            frames, values);
    }

    /**
     * @param options how faces are found
     * @param frames which frames are taken
     * @param size width and height of the crops in pixels
     * @return the settings of an alignment
     * @throws org.affectj.AffectException if a model is missing or damaged
     */
    public static BatchSettings ofAlignment(final AnalysisOptions options, final FrameSelection.Choice frames,
        final int size)
    {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("size", size);
        return of("align", Optional.empty(), options, frames, values);
    }

    /**
     * @param options how faces are found
     * @param frames which frames are taken
     * @param style what stands in a face's place
     * @return the settings of pictures and videos without faces
     * @throws org.affectj.AffectException if a model is missing or damaged
     */
    public static BatchSettings ofAnonymous(final AnalysisOptions options, final FrameSelection.Choice frames,
        final String style)
    {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("style", style);
        return of("anonymize", Optional.empty(), options, frames, values);
    }

    private static BatchSettings of(final String command, final Optional<ModelFolder> model,
        final AnalysisOptions options, final FrameSelection.Choice frames, final Map<String, Object> values)
    {
        values.put("schema_version", ColumnDictionary.SCHEMA_VERSION);
        if (!frames.equals(FrameSelection.Choice.ALL)) {
            values.put("every", frames.every());
            values.put("from_seconds", frames.from());
            if (Double.isFinite(frames.to())) values.put("to_seconds", frames.to());
        }
        values.put("minimum_face", options.minimumFace());
        values.put("maximum_faces", options.maximumFaces());
        values.put("minimum_score", options.minimumScore());
        values.put("extra_passes", options.extraPasses().toString());
        values.put("detect_every", options.tracking().detectEvery());
        values.put("track_gap_seconds", options.tracking().gap());
        values.put("tracks_by_looks", options.tracking().byLooks());
        values.put("device", options.engine().device());
        values.put("precision", options.engine().precision().toString());
        values.put("operations", options.engine().operations().toString());
        return new BatchSettings(command, model,
            new ModelStore().open(options.landmarkModel(), ModelDescription.Kind.LANDMARKS), values);
    }

    /** @return the software and the settings for run.json */
    Map<String, Object> describe() {
        final Map<String, Object> description = new LinkedHashMap<>();
        description.put("software", software());
        description.put("command", command);
        model.ifPresent(folder -> description.put("model", describe(folder.description())));
        description.put("landmark_model", describe(landmarkModel.description()));
        description.putAll(values);
        return description;
    }

    private static Map<String, Object> describe(final ModelDescription model) {
        final Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", model.name());
        description.put("version", model.version());
        description.put("sha256", model.files());
        final Map<String, Double> thresholds = new LinkedHashMap<>();
        for (int i = 0; i < model.actionUnits().size(); i++)
            thresholds.put(model.actionUnits().get(i).name(), model.thresholds().get(i));
        if (!thresholds.isEmpty()) description.put("thresholds", thresholds);
        return description;
    }

    private static String software() {
        return "AffectJ " + Diagnosis.version();
    }

    /** @return the four cells of a row of a manifest: software, model, its hash, and all else */
    public List<String> cells() {
        final Map<String, Object> others = new LinkedHashMap<>();
        others.put("command", command);
        others.put("landmark_model", landmarkModel.description().name());
        others.put("landmark_model_sha256", landmarkModel.sha256());
        others.putAll(values);
        return List.of(software(), model.map(folder -> folder.description().name()).orElse(""),
            model.map(ModelFolder::sha256).orElse(""), others.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue()).collect(Collectors.joining("; ")));
    }

    /**
     * @param before {@link #cells()} that a manifest kept
     * @return what was different there: {@code minimum_face was 0.08 and is 60.0}; empty if nothing
     */
    public Optional<String> differences(final List<String> before) {
        final Map<String, String> was = pairs(before);
        final Map<String, String> is = pairs(cells());
        final List<String> differences = new ArrayList<>();
        is.forEach((name, value) -> {
            if (!value.equals(was.get(name)))
                differences.add(name + " was " + was.getOrDefault(name, "not given") + " and is " + value);
        });
        was.keySet().stream().filter(name -> !is.containsKey(name))
            .forEach(name -> differences.add(name + " was " + was.get(name) + " and isn't given"));
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    private static Map<String, String> pairs(final List<String> cells) {
        final Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("software", cells.get(0));
        pairs.put("model", cells.get(1));
        pairs.put("model_sha256", cells.get(2));
        for (final String pair : cells.get(3).split("; ")) {
            final int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, Math.max(0, equals)), pair.substring(equals + 1));
        }
        return pairs;
    }
}
