package org.affectj.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.affectj.AffectException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** What a paper says of an analysis in its methods section, from the {@code run.json} that {@link RunReport} wrote. */
public final class MethodsText {

    private static final String FILE = "run.json";
    /** What the paragraph tells in words of its own, or has no place for. */
    private static final Set<String> TOLD = Set.of("software", "command", "model", "landmark_model", "machine",
        "started", "seconds", "inputs", "minimum_face", "minimum_score", "extra_passes", "detect_every",
        "maximum_faces", "landmarks", "overlays", "operations", "schema_version", "tracks_by_looks", "every",
        "from_seconds", "to_seconds", "track_gap_seconds");

    private static final String BIBTEX = """
        @article{nguyen2022affectj,
          author  = {Nguyen, Dang-Khanh and Pant, Sudarshan and Ho, Ngoc-Huynh and Lee, Guee-Sang and Kim, Soo-Hyung and Yang, Hyung-Jeong},
          title   = {Affective Behavior Analysis using Action Unit Relation Graph and Multi-task Cross Attention},
          journal = {arXiv preprint arXiv:2207.10293},
          year    = {2022}
        }
        @inproceedings{viola2001rapid,
          author    = {Viola, Paul and Jones, Michael},
          title     = {Rapid Object Detection using a Boosted Cascade of Simple Features},
          booktitle = {Proceedings of the 2001 IEEE Computer Society Conference on Computer Vision and Pattern Recognition},
          pages     = {511--518},
          year      = {2001}
        }
        @inproceedings{sagonas2013faces,
          author    = {Sagonas, Christos and Tzimiropoulos, Georgios and Zafeiriou, Stefanos and Pantic, Maja},
          title     = {300 Faces in-the-Wild Challenge: The First Facial Landmark Localization Challenge},
          booktitle = {2013 IEEE International Conference on Computer Vision Workshops},
          pages     = {397--403},
          year      = {2013}
        }
        @book{ekman2002facs,
          author    = {Ekman, Paul and Friesen, Wallace V. and Hager, Joseph C.},
          title     = {Facial Action Coding System: The Manual on CD ROM},
          publisher = {A Human Face},
          address   = {Salt Lake City},
          year      = {2002}
        }
        """;

    private final JsonObject run;

    private MethodsText(final JsonObject run) {
        this.run = run;
    }

    /**
     * @param results the folder of an analysis, or its {@code run.json}
     * @return its text
     * @throws AffectException if there is none, or it isn't of an analysis
     */
    public static MethodsText of(final Path results) {
        final Path file = Files.isDirectory(results) ? results.resolve(FILE) : results;
        try {
            final JsonObject run = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (run.has("model") && run.has("landmark_model")) return new MethodsText(run);
        } catch (final IOException e) {
            throw new AffectException("There is no '" + file + "': give a folder that 'analyze' wrote.", e);
        } catch (final JsonParseException | IllegalStateException e) {
            throw new AffectException("The file '" + file + "' isn't a run.json: give a folder that 'analyze' wrote.",
                e);
        }
        throw new AffectException("The file '" + file + "' isn't of an analysis: give a folder that 'analyze' wrote.");
    }

    /** @return the entries of the works that the paragraph cites */
    public String bibtex() {
        return BIBTEX;
    }

    /** @return the paragraph, ready to be shortened, and what only its author can add */
    public String paragraph() {
        final List<String> sentences = new ArrayList<>();
        sentences.add("Facial behaviour was measured with " + text("software") + engine() + ".");
        sentences.add("Faces were sought " + frames() + " with OpenCV's cascade classifiers (Viola & Jones, 2001)"
            + turned() + "; the smallest face sought had a side of " + smallestFace() + ", and faces that scored below "
            + text("minimum_score") + " were left out." + largest());
        sentences.add("People were numbered along each recording by place and speed of their faces, over gaps of up to "
            + text("track_gap_seconds") + " s" + looks() + ".");
        sentences.add("In each face, 68 landmarks (Sagonas et al., 2013) were found with the model "
            + model(run.getAsJsonObject("landmark_model"))
            + ", and the face was moved, turned and scaled to a template by a similarity transform.");
        sentences.add("Twelve action units (Ekman et al., 2002), eight expressions, valence and arousal were read "
            + "with the model " + model(run.getAsJsonObject("model"))
            + ", a multi-task network after Nguyen et al. (2022)." + thresholds());
        sentences.add(inputs());
        others().ifPresent(sentences::add);
        return String.join(" ", sentences) + "\n\nTo add by yourself: consent and ethics approval; cameras, "
            + "light and distance; the share of frames without a face in each condition; how the measures were checked "
            + "on this material; what the model was trained on and where it fails (its model card).\n";
    }

    private String text(final String name) {
        return run.has(name) ? run.get(name).getAsString() : "(not recorded)";
    }

    private double number(final String name, final double otherwise) {
        return run.has(name) ? run.get(name).getAsDouble() : otherwise;
    }

    private String engine() {
        if (!run.has("machine")) return "";
        final JsonObject machine = run.getAsJsonObject("machine");
        return " (" + List.of("Engine", "System").stream().filter(machine::has)
            .map(name -> machine.get(name).getAsString()).collect(Collectors.joining(", ")) + ")";
    }

    private String frames() {
        final int every = (int) number("every", 1);
        final int detect = (int) number("detect_every", 1);
        final String range = run.has("from_seconds") && number("from_seconds", 0) > 0 || run.has("to_seconds")
            ? " from " + number("from_seconds", 0) + " s to "
                + (run.has("to_seconds") ? text("to_seconds") + " s" : "the end") : "";
        return "in every " + (every == 1 ? "frame" : every + ". frame") + range
            + (detect == 1 ? "" : ", searching one in " + detect + " and following faces in between,");
    }

    private String turned() {
        return switch (text("extra_passes")) {
            case "always" -> ", which also searched turned and tilted pictures";
            case "when none" -> ", which also searched for turned and tilted faces where none was found";
            default -> "";
        };
    }

    private String smallestFace() {
        final double size = number("minimum_face", 0);
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(size < 1 ? 100 * size : size) + (size < 1 ? " % of the picture's shorter side" : " pixels");
    }

    private String largest() {
        final int faces = (int) number("maximum_faces", 0);
        return faces == 0 ? "" : " Of each frame the " + faces + " largest " + (faces == 1 ? "face was" : "faces were")
            + " taken.";
    }

    private String looks() {
        return run.has("tracks_by_looks") && run.get("tracks_by_looks").getAsBoolean()
            ? ", and by how they look after longer absences" : "";
    }

    private static String model(final JsonObject model) {
        final String hashes = model.getAsJsonObject("sha256").entrySet().stream()
            .map(file -> "SHA-256 of " + file.getKey() + " " + file.getValue().getAsString())
            .collect(Collectors.joining(", "));
        return model.get("name").getAsString() + " " + model.get("version").getAsString() + " (" + hashes + ")";
    }

    private String thresholds() {
        final JsonObject model = run.getAsJsonObject("model");
        if (!model.has("thresholds")) return "";
        return " An action unit counted as present from the model's thresholds: "
            + model.getAsJsonObject("thresholds").entrySet().stream().map(unit -> unit.getKey() + " " + unit.getValue())
                .collect(Collectors.joining(", "))
            + ".";
    }

    private String inputs() {
        final Map<String, Integer> states = new TreeMap<>();
        long frames = 0;
        long faces = 0;
        for (final JsonElement element : run.getAsJsonArray("inputs")) {
            final JsonObject input = element.getAsJsonObject();
            states.merge(input.get("status").getAsString(), 1, Integer::sum);
            frames += input.has("frames") ? input.get("frames").getAsLong() : 0;
            faces += input.has("faces") ? input.get("faces").getAsLong() : 0;
        }
        return "Of " + run.getAsJsonArray("inputs").size() + " recordings or pictures ("
            + states.entrySet().stream().map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", ")) + "), " + frames + " frames held " + faces + " measured faces.";
    }

    private Optional<String> others() {
        final String settings = run.entrySet().stream()
            .filter(setting -> !TOLD.contains(setting.getKey()) && setting.getValue().isJsonPrimitive())
            .map(setting -> setting.getKey().replace('_', ' ') + " " + setting.getValue().getAsString())
            .collect(Collectors.joining(", "));
        return settings.isEmpty() ? Optional.empty() : Optional.of("Other settings: " + settings + ".");
    }

    /** @return paragraph and entries */
    @Override
    public String toString() {
        return paragraph() + "\n" + bibtex();
    }
}
