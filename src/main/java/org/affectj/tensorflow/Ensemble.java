package org.affectj.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.affectj.AffectException;
import org.affectj.engine.Calibration;
import org.affectj.engine.Network;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Several exported affect models as one that says the mean of what they say: each sees the same picture, and each is
 * wrong in its own way (Lakshminarayanan et al. 2017, Simple and scalable predictive uncertainty estimation using deep
 * ensembles). Their embeddings stand one behind the other.
 */
final class Ensemble {

    private final Ops tf;
    private final List<Map<String, Operand<TFloat32>>> said;

    private Ensemble(final Ops tf, final List<Map<String, Operand<TFloat32>>> said) {
        this.tf = tf;
        this.said = said;
    }

    /**
     * Writes the ensemble as a SavedModel of one file.
     *
     * @param folders of the exported members, 2 or more, whose pictures have the same size
     * @param calibration of the means
     * @param folder the SavedModel to write
     * @throws AffectException if a member can't be read, is no affect model, or takes pictures of another size
     */
    static void export(final List<Path> folders, final Calibration calibration, final Path folder) {
        if (folders.size() < 2)
            throw new AffectException("An ensemble needs two models or more: name another member.");
        final List<FrozenModel> members = folders.stream().map(FrozenModel::read).toList();
        try (Graph graph = new Graph()) {
            final FrozenModel.Members joined = FrozenModel.addTo(graph, members);
            final Ensemble ensemble = new Ensemble(Ops.create(graph), joined.outputs());
            SavedModelWriter.write(graph, Network.SERVE, Map.of(FrozenModel.IMAGE, joined.image()),
                ensemble.outputs(calibration), folder);
        }
        catch (final IOException e) {
            throw new AffectException("Can't write the network to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private Map<String, Operand<?>> outputs(final Calibration calibration) {
        final Map<String, Operand<?>> outputs = new LinkedHashMap<>();
        outputs.put("action_units", Calibrated.actionUnits(tf, mean("action_units"), calibration));
        outputs.put("expressions", Calibrated.expressions(tf, mean("expressions"), calibration));
        outputs.put("valence_arousal", mean("valence_arousal"));
        outputs.put("embedding", tf.concat(of("embedding"), tf.constant(1)));
        outputs.put("graph", mean("graph"));
        return outputs;
    }

    private List<Operand<TFloat32>> of(final String output) {
        return said.stream().map(member -> member.get(output)).toList();
    }

    private Operand<TFloat32> mean(final String output) {
        return tf.math.mean(tf.stack(of(output)), tf.constant(0));
    }
}
