package org.affectj.tensorflow;

import java.util.LinkedHashMap;
import java.util.Map;

import org.affectj.tensorflow.GoldenReference.Values;
import org.junit.jupiter.api.Assertions;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The reference's weights as constants, under the names and in the layout that the network uses. */
final class GoldenWeights implements Weights {

    private static final Map<String, String> NAMES = names();

    private final Ops tf;
    private final GoldenReference reference;

    GoldenWeights(final Ops tf, final GoldenReference reference) {
        this.tf = tf;
        this.reference = reference;
    }

    private static Map<String, String> names() {
        final Map<String, String> names = new LinkedHashMap<>();
        layer(names, "au", ActionUnitGraph.NAME + "blocks");
        normalised(names, "au", ActionUnitGraph.NAME + "blocks");
        layer(names, "gnn_U", ActionUnitGraph.NAME + "graph/u");
        layer(names, "gnn_V", ActionUnitGraph.NAME + "graph/v");
        normalised(names, "gnn", ActionUnitGraph.NAME + "graph");
        names.put("centroids", ActionUnitGraph.NAME + "centroids");
        layer(names, "va", AffectNetwork.VALENCE_AROUSAL + "linear");
        normalised(names, "va", AffectNetwork.VALENCE_AROUSAL + "linear");
        layer(names, "ex", AffectNetwork.EXPRESSION + "linear");
        names.put("att_Wq", CrossAttention.NAME + "query");
        names.put("att_Wk", CrossAttention.NAME + "key");
        names.put("att_wv", CrossAttention.NAME + "score");
        return names;
    }

    private static void layer(final Map<String, String> names, final String role, final String layer) {
        names.put(role + "_W", layer + "/weight");
        names.put(role + "_b", layer + "/bias");
    }

    private static void normalised(final Map<String, String> names, final String role, final String layer) {
        names.put(role + "_bn_gamma", layer + "/gamma");
        names.put(role + "_bn_beta", layer + "/beta");
        names.put(role + "_bn_mean", layer + "/mean");
        names.put(role + "_bn_var", layer + "/variance");
    }

    /** @return the network's name of what the reference calls {@code role} */
    static String name(final String role) {
        final String name = NAMES.get(role);
        Assertions.assertNotNull(name, "The network has nothing that plays the role " + role + ".");
        return name;
    }

    /** @return numbers in the network's layout: matrices [in, out] */
    static Values layout(final String role, final Values values) {
        return role.contains("_W") ? values.transposed() : values;
    }

    @Override
    public Operand<TFloat32> get(final String name, final Shape shape, final Initial initial) {
        final String role = NAMES.entrySet().stream().filter(entry -> entry.getValue().equals(name)).findFirst()
            .orElseThrow().getKey();
        return tf.constant(shape, DataBuffers.of(layout(role, reference.get("params/" + role)).values()));
    }
}
