package org.affectj.training;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Photographs;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The README.md of a landmark model, and what all cards say: what it learnt from, its figures on the test sets, where
 * it fails. In Markdown.
 */
final class ModelCard {

    private ModelCard() {
    }

    /** A table of the sets that a model learnt from, with their counts and terms. */
    static String data(final TrainingData data, final Predicate<CachedFace> used) {
        final StringBuilder table = new StringBuilder("| set | faces in training | terms |\n|---|---|---|\n");
        for (final CropCache cache : data.caches())
            table.append(String.format(Locale.ROOT, "| %s | %d | %s |%n", described(cache),
                new FacePool(cache, used, face -> 1).size(), terms(cache)));
        return table.append("\nNo picture of these sets is in the model. Use it for research.\n").toString();
    }

    /** @return what a data set is, in a few words */
    static String described(final CropCache set) {
        return switch (set.format()) {
            case FERPLUS -> "FER2013 with FER+ votes (48×48 grey pixels)";
            case PHOTOGRAPHS -> "photographs of the facial_expressions collection";
            case RENDERED -> "faces rendered by AffectJ with ICT-FaceKit's face model";
            default -> set.name();
        };
    }

    private static String terms(final CropCache set) {
        return switch (set.format()) {
            case FERPLUS -> "pictures for research use, votes MIT";
            case PHOTOGRAPHS -> "Apache-2.0; public figures from the web, research use";
            case RENDERED -> "MIT";
            default -> "see the set";
        };
    }

    /**
     * @param name of the model
     * @param data what it learnt from
     * @param figures from {@link LandmarkEvaluation#report}
     * @return the card
     */
    static String landmarks(final String name, final TrainingData data, final JsonObject figures) {
        final StringBuilder card = new StringBuilder("# " + name + "\n\n");
        card.append("Finds 68 points (iBUG order) in the crop around a face, and says whether there is one. Trained by "
            + "AffectJ on the data below, and on nothing else.\n\n## What it learnt from\n\n")
            .append(data(data, LandmarkTask::isUseful));
        card.append("""

            The points of real faces are those of two networks, not of people (YuNet, BSD, and the 68-point network of \
            face-api.js, MIT), where both agree to 10 % of the distance of the eyes; those of rendered faces, if there \
            are any, are exact. Faces were turned by up to 45° in the picture.

            ## Figures on test data

            Mean distance to the teachers' points, divided by the distance of the outer eye corners; faces whose \
            teachers disagree are left out.

            | set | faces | left out | from a detector's box | second pass | above 8 % |
            |---|---|---|---|---|---|
            """);
        for (final Map.Entry<String, JsonElement> entry : figures.entrySet()) {
            final JsonObject set = entry.getValue().getAsJsonObject();
            card.append(String.format(Locale.ROOT, "| %s | %d | %d | %.2f %% | %.2f %% | %.1f %% |%n",
                heading(data, entry.getKey()), set.get("faces").getAsInt(), set.get("left_out").getAsInt(),
                100 * set.getAsJsonObject("detector_box").get("mean_error").getAsDouble(),
                100 * set.getAsJsonObject("second_pass").get("mean_error").getAsDouble(),
                100 * set.getAsJsonObject("second_pass").get("above_8_percent").getAsDouble()));
        }
        return card.append("""

            ## Where it fails

            - Contour points (1–17) are rough, as the teachers' are.
            - Near-profiles, hands before the face and drawings weren't learnt from.
            - The pictures lean to light-skinned adults; figures for other groups are unknown.
            """).toString();
    }

    static String heading(final TrainingData data, final String set) {
        return data.named(set).map(ModelCard::heading).orElse(set);
    }

    private static String heading(final CropCache set) {
        return switch (set.format()) {
            case FERPLUS -> "FER+ test";
            case PHOTOGRAPHS -> "Photographs, people not in training";
            case RENDERED -> "Rendered faces, identities not in training";
            default -> set.name();
        };
    }
}
