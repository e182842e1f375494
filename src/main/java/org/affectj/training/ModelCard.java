package org.affectj.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.affectj.model.ActionUnit;
import org.affectj.model.Expression;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Photographs;
import org.affectj.training.data.TrainingData;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The README.md of a model: what it learnt from, its figures on the test sets, where it fails. In Markdown. */
final class ModelCard {

    private ModelCard() {
    }

    /** A table of the sets that a model learnt from, with their counts and terms. */
    private static String data(final TrainingData data, final Predicate<CachedFace> used) {
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
     * @param figures from {@link AffectEvaluation#report}
     * @param thresholds from which value each action unit counts as present
     * @param weakTargets whether labels were made of expressions
     * @return the card
     */
    static String affect(final String name, final TrainingData data, final JsonObject figures,
        final List<Double> thresholds, final boolean weakTargets)
    {
        final StringBuilder card = new StringBuilder("# " + name + "\n\n");
        card.append("Reads 12 action units, 8 expressions, valence and arousal from a face aligned to the ArcFace "
            + "112×112 template. Trained by AffectJ on the data below, and on nothing else.\n\n");
        card.append("## What it learnt from\n\n").append(data(data, JointTask::isUseful)).append('\n').append(weakTargets ? WEAK : EXACT);
        card.append("## Figures on test data\n\n");
        for (final Map.Entry<String, JsonElement> set : figures.entrySet())
            card.append(affectSet(heading(data, set.getKey()), set.getValue().getAsJsonObject(), thresholds));
        return card.append(weakTargets ? LIMITS : OWN_LIMITS).toString();
    }

    private static final String WEAK = """
        - **Expressions**: distribution of FER+'s votes after dropping votes of 1; one label each for photographs; the \
        acted expression of rendered faces, at half weight. Contempt counts as Other.
        - **Action units**: exact for rendered faces (present from an intensity of 0.2). For real faces **no person \
        labelled action units**: they follow from the expression by co-annotation with the table of Du et al. (2014): \
        prototypical ones present with weight 1, observational ones with their share; absent for neutral faces, and \
        where no table names them for the expression. Lips part (AU25) and jaw drop (AU26) follow from the gap between the \
        lips in the 68 points instead, where these are good and the gap tells. Nothing else is assumed.
        - **Valence and arousal**: weak targets only, Russell and Mehrabian's coordinates of the expressions, averaged \
        with the votes. No person judged valence or arousal.

        """;

    private static final String EXACT = """
        Only what these sets label was learnt; no label was made up for what they leave out.

        """;

    private static final String OWN_LIMITS = """
        ## Where it fails

        - Figures hold for people and pictures like those of the test faces. Check on your own before you trust it on others.
        - What the sets don't label, the model wasn't taught: its values there mean nothing.
        - Profiles, hands before the face and faces below about 40 pixels are less reliable.
        - A facial movement isn't an emotion: an expression label says how a face looks to people, not what is felt.
        """;

    private static final String LIMITS = """
        ## Where it fails

        - Action unit figures come from rendered faces of people that training didn't see; on real faces there are no \
        human labels to measure with, so they are unknown, and expressions colour them.
        - Valence and arousal follow the expressions; they aren't independent measures.
        - Both picture sets lean to light-skinned adults, and labels of FER2013 are noisy. Figures for other groups are \
        unknown: check on your own data.
        - Disgust, fear and Other are rare in the data and are often missed. "Anger" is often a plain stern face.
        - Profiles, hands before the face and faces below about 40 pixels are less reliable.
        - A facial movement isn't an emotion: an expression label says how a face looks to people, not what is felt.
        """;

    private static String affectSet(final String heading, final JsonObject set, final List<Double> thresholds) {
        final StringBuilder text = new StringBuilder();
        final int faces = set.get("faces").getAsInt();
        if (faces > set.get("left_out_of_expressions").getAsInt()) text.append(expressions(heading, set));
        else text.append(String.format(Locale.ROOT, "### %s%n%n%d faces.%n", heading, faces));
        text.append('\n');
        if (set.has("action_units")) text.append(units(set.getAsJsonObject("action_units"), thresholds));
        for (final String prefix : List.of("", "weak_"))
            if (set.has(prefix + "valence_ccc"))
                text.append(String.format(Locale.ROOT, "Agreement with %s (CCC): valence %.3f, arousal %.3f.%n%n",
                    prefix.isEmpty() ? "the labels" : "the weak targets", set.get(prefix + "valence_ccc").getAsDouble(),
                    set.get(prefix + "arousal_ccc").getAsDouble()));
        return text.toString();
    }

    private static String expressions(final String heading, final JsonObject set) {
        final StringBuilder text = new StringBuilder();
        final JsonObject expressions = set.getAsJsonObject("expressions");
        text.append(String.format(Locale.ROOT,
            "### %s%n%n%d faces; %d of them have no expression to be measured by (FER+: most votes for unknown or no face). Accuracy of expressions %.3f, "
                + "macro F1 %.3f over those present.%n%n| expression | faces | F1 |%n|---|---|---|%n",
            heading, set.get("faces").getAsInt(), set.get("left_out_of_expressions").getAsInt(),
            expressions.get("accuracy").getAsDouble(), expressions.get("macro_f1_of_present").getAsDouble()));
        for (final Expression expression : Expression.values()) {
            final JsonObject one = expressions.getAsJsonObject(expression.label());
            if (one.get("faces").getAsInt() > 0)
                text.append(String.format(Locale.ROOT, "| %s | %d | %.3f |%n", expression.label(),
                    one.get("faces").getAsInt(), one.get("f1").getAsDouble()));
        }
        return text.toString();
    }

    private static String units(final JsonObject units, final List<Double> thresholds) {
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "Mean F1 of the action units %.3f, with thresholds chosen on validation faces.%n%n"
                + "| action unit | threshold | positives | F1 | precision | recall |%n|---|---|---|---|---|---|%n",
            units.get("mean_f1").getAsDouble()));
        for (final ActionUnit unit : ActionUnit.values()) {
            if (!units.has(unit.name())) continue;
            final JsonObject one = units.getAsJsonObject(unit.name());
            text.append(String.format(Locale.ROOT, "| %s %s | %.2f | %d | %.3f | %.3f | %.3f |%n", unit.name(),
                unit.action(), thresholds.get(unit.ordinal()), one.get("positives").getAsInt(),
                one.get("f1").getAsDouble(), one.get("precision").getAsDouble(), one.get("recall").getAsDouble()));
        }
        return text.append('\n').toString();
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
            face-api.js, MIT), where both agree to 10 % of the distance of the eyes; those of rendered faces, if there are any, are exact. \
            Faces were turned by up to 45° in the picture.

            ## Figures on test data

            Mean distance to the teachers' points, divided by the distance of the outer eye corners; faces whose teachers \
            disagree are left out.

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

    private static String heading(final TrainingData data, final String set) {
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
