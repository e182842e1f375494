package org.affectj.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.affectj.engine.NetworkSpecification;

import com.google.gson.annotations.SerializedName;

/**
 * What a model says of itself in its model.json.
 *
 * @param schema version of the file's format: {@link #SCHEMA}
 * @param name the folder's name: {@code affectj-default}
 * @param version of the model: {@code 1.0}
 * @param kind what it reads from a face
 * @param inputSize width and height of the faces that it takes, in pixels
 * @param template what faces are aligned to before: {@code arcface-112} (METHOD 10.1), scaled to the input size
 * @param normalisation what is done to pixels before the network, and where
 * @param actionUnits what the outputs {@code action_units} are: all, in the order of {@link ActionUnit}; empty for
 *            landmarks
 * @param expressions what the outputs {@code expressions} are: all, in the order of {@link Expression}; empty for
 *            landmarks
 * @param thresholds the value from which each action unit counts as present, in [0, 1]; empty for landmarks
 * @param certainFrom the probability from which on the most probable expression counts as certain, in [0, 1]: 90 %
 *            of these answers were right on validation faces; 0, as in files from before there was one, if nothing
 *            is known
 * @param tolerance the largest difference between bfloat16 and float32 in any action unit, expression, valence, arousal
 *            or position (in units of the crop's size)
 * @param licence under which the model may be used, as an SPDX identifier
 * @param trainedOn the data that it was trained on, in a sentence
 * @param network what the network is made of; empty where it wasn't built by AffectJ, or is an ensemble
 * @param members name, version and SHA-256 of the model.json of each model that an ensemble says the mean of; empty
 *            for others
 * @param files SHA-256 of every file of the network in hexadecimal, by its path in the folder
 */
public record ModelDescription(int schema, String name, String version, Kind kind, int inputSize, String template,
    String normalisation, List<ActionUnit> actionUnits, List<Expression> expressions, List<Double> thresholds,
    double certainFrom, double tolerance, String licence, String trainedOn, Optional<NetworkSpecification> network,
    List<String> members, Map<String, String> files) {

    /** The version of model.json that this AffectJ writes, and the newest that it reads. */
    public static final int SCHEMA = 1;

    /** What a model reads from a face. */
    public enum Kind {
        /** Action units, expressions, valence and arousal. */
        @SerializedName("affect")
        AFFECT("affect"),
        /** 68 points. */
        @SerializedName("landmarks")
        LANDMARKS("landmarks");

        private final String label;

        Kind(final String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    public ModelDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        if (inputSize <= 0) throw new IllegalArgumentException("inputSize must be above 0");
        actionUnits = List.copyOf(Objects.requireNonNull(actionUnits, "actionUnits"));
        expressions = List.copyOf(Objects.requireNonNull(expressions, "expressions"));
        thresholds = List.copyOf(Objects.requireNonNull(thresholds, "thresholds"));
        network = Objects.requireNonNullElse(network, Optional.empty());
        members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
        files = Map.copyOf(Objects.requireNonNull(files, "files"));
        if (kind == Kind.AFFECT && !actionUnits.equals(List.of(ActionUnit.values())))
            throw new IllegalArgumentException("actionUnits must be those of METHOD 5, in order");
        if (kind == Kind.AFFECT && !expressions.equals(List.of(Expression.values())))
            throw new IllegalArgumentException("expressions must be those of METHOD 5, in order");
        if (thresholds.size() != actionUnits.size())
            throw new IllegalArgumentException("thresholds must have one value for each action unit");
        if (!thresholds.stream().allMatch(value -> value >= 0 && value <= 1))
            throw new IllegalArgumentException("thresholds must be in [0, 1]");
        if (!(certainFrom >= 0 && certainFrom <= 1))
            throw new IllegalArgumentException("certainFrom must be in [0, 1]");
        if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance can't be below 0");
    }

    /**
     * @param name the folder's name
     * @param thresholds 12, by {@link ActionUnit#ordinal()}
     * @param certainFrom probability from which on an expression counts as certain, in [0, 1]
     * @return the description of an affect model whose outputs are in the order of METHOD 5; its files aren't known yet
     */
    public static ModelDescription affect(final String name, final String version, final NetworkSpecification network,
        final List<Double> thresholds, final double certainFrom, final double tolerance, final String licence,
        final String trainedOn)
    {
        return new ModelDescription(SCHEMA, name, version, Kind.AFFECT, network.imageSize(), "arcface-112",
            "none needed: the graph takes RGB bytes", List.of(ActionUnit.values()), List.of(Expression.values()),
            thresholds, certainFrom, tolerance, licence, trainedOn, Optional.of(network), List.of(), Map.of());
    }

    /**
     * @param name the folder's name
     * @param members 1 or more affect models that it says the mean of
     * @param thresholds 12, by {@link ActionUnit#ordinal()}
     * @param certainFrom probability from which on an expression counts as certain, in [0, 1]
     * @return the description of an ensemble; its files aren't known yet
     */
    public static ModelDescription ensemble(final String name, final String version, final List<ModelFolder> members,
        final List<Double> thresholds, final double certainFrom, final double tolerance)
    {
        final ModelDescription first = members.get(0).description();
        return new ModelDescription(SCHEMA, name, version, Kind.AFFECT, first.inputSize, first.template,
            first.normalisation, first.actionUnits, first.expressions, thresholds, certainFrom, tolerance,
            distinct(members, ModelDescription::licence, " AND "), distinct(members, ModelDescription::trainedOn, "; "),
            Optional.empty(),
            members.stream().map(member -> member.description().nameAndVersion() + " " + member.sha256()).toList(),
            Map.of());
    }

    private static String distinct(final List<ModelFolder> members, final Function<ModelDescription, String> what,
        final String between)
    {
        return members.stream().map(ModelFolder::description).map(what).distinct().collect(Collectors.joining(between));
    }

    /** @return the description of a landmark model; its files aren't known yet */
    public static ModelDescription landmarks(final String name, final String version,
        final NetworkSpecification network, final double tolerance, final String licence, final String trainedOn) {
        return new ModelDescription(SCHEMA, name, version, Kind.LANDMARKS, network.imageSize(), "face-box",
            "none needed: the graph takes RGB bytes", List.of(), List.of(), List.of(), 0, tolerance, licence, trainedOn,
            Optional.of(network), List.of(), Map.of());
    }

    /** @return such as {@code affectj-default 5.0} */
    public String nameAndVersion() {
        return name + " " + version;
    }

    /**
     * @param identified name, version and a hash of a model, as {@link #members} has them
     * @return its name and version
     */
    public static String withoutHash(final String identified) {
        return identified.substring(0, identified.lastIndexOf(' '));
    }

    /** @return the same description with these files */
    ModelDescription withFiles(final Map<String, String> hashes) {
        return new ModelDescription(schema, name, version, kind, inputSize, template, normalisation, actionUnits,
            expressions, thresholds, certainFrom, tolerance, licence, trainedOn, network, members, hashes);
    }
}
