package org.affectj.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.metrics.Truth;
import org.affectj.model.ActionUnit;
import org.affectj.model.FaceCrop;
import org.affectj.model.Prediction;
import org.affectj.training.data.CropCache;

/** The {@value #COUNT} faces that a network is most wrong about; no more than those are held. */
final class WorstFaces {

    /** How many are kept. */
    static final int COUNT = 16;

    private final PriorityQueue<Face> kept = new PriorityQueue<>(Comparator.comparingDouble(Face::loss));

    private record Face(CropCache cache, int number, Truth truth, Prediction said,
        List<Double> thresholds, double loss) {
    }

    /**
     * Looks at one more face.
     *
     * @param cache that holds it
     * @param number in the cache
     * @param truth what is known of it; a face of which nothing is known is passed over
     * @param said what the network says
     * @param thresholds from which value each action unit counts as present
     */
    void add(final CropCache cache, final int number, final Truth truth, final Prediction said,
        final List<Double> thresholds)
    {
        final double loss = FaceLoss.of(truth, said);
        if (Double.isNaN(loss)) return;
        kept.add(new Face(cache, number, truth, said, thresholds, loss));
        if (kept.size() > COUNT) kept.remove();
    }

    /**
     * @param crops makes the pictures that the network saw
     * @return the worst first
     */
    List<WorstFace> worstFirst(final AffectCrops crops) {
        return kept.stream().sorted(Comparator.comparingDouble(Face::loss).reversed()).map(face -> {
            final FaceCrop crop = crops.aligned(face.cache, face.number);
            return new WorstFace(face.cache.name() + " " + (face.number + 1), crop.size(),
                crop.rgb(), truth(face.truth), prediction(face), face.loss);
        }).toList();
    }

    private static String truth(final Truth truth) {
        final List<String> words = new ArrayList<>();
        truth.expression().ifPresent(expression -> words.add(expression.label()));
        if (knowsActionUnits(truth))
            words.add(units(unit -> truth.knows(unit) && truth.actionUnits()[unit.ordinal()] >= 0.5));
        if (truth.knowsAffect()) words.add(affect(truth.valence(), truth.arousal()));
        return String.join(", ", words);
    }

    /** Says nothing of what can't be compared. */
    private static String prediction(final Face face) {
        final List<String> words = new ArrayList<>();
        if (face.truth.expression().isPresent()) words.add(face.said.expression().label());
        if (knowsActionUnits(face.truth))
            words.add(units(unit -> face.truth.knows(unit)
                && face.said.value(unit) >= face.thresholds.get(unit.ordinal())));
        if (face.truth.knowsAffect()) words.add(affect(face.said.valence(), face.said.arousal()));
        return String.join(", ", words);
    }

    private static boolean knowsActionUnits(final Truth truth) {
        return Stream.of(ActionUnit.values()).anyMatch(truth::knows);
    }

    private static String units(final Predicate<ActionUnit> present) {
        final String numbers = Stream.of(ActionUnit.values()).filter(present)
            .map(unit -> Integer.toString(unit.number())).collect(Collectors.joining(" "));
        return numbers.isEmpty() ? "no AU" : "AU " + numbers;
    }

    private static String affect(final double valence, final double arousal) {
        return String.format(Locale.ROOT, "valence %.1f arousal %.1f", valence, arousal);
    }
}
