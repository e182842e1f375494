package org.affectj.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;

/** An {@link AffectModel} that is a network: the signature {@code serving_default} of a model's SavedModel. */
public final class NetworkAffectModel implements AffectModel {

    /** Faces in one call of the network; more bring no speed and cost memory. */
    private static final int BATCH = 64;

    private final ModelDescription description;
    private final Network network;

    private NetworkAffectModel(final ModelDescription description, final Network network) {
        this.description = description;
        this.network = network;
    }

    /**
     * @param folder an affect model
     * @param options where and how it runs
     * @return the model, ready to predict
     * @throws org.affectj.AffectException if the engine can't load it
     */
    public static NetworkAffectModel open(final ModelFolder folder, final EngineOptions options) {
        return new NetworkAffectModel(folder.description(), EngineLoader.open(folder.path(), options));
    }

    @Override
    public ModelDescription description() {
        return description;
    }

    @Override
    public List<Prediction> predict(final List<FaceCrop> faces) {
        final List<Prediction> predictions = new ArrayList<>(faces.size());
        for (int from = 0; from < faces.size(); from += BATCH)
            predictions.addAll(predictBatch(faces.subList(from, Math.min(from + BATCH, faces.size()))));
        return predictions;
    }

    private List<Prediction> predictBatch(final List<FaceCrop> faces) {
        final Map<String, Tensor> outputs = outputs(images(faces));
        final float[] units = output(outputs, "action_units", faces.size() * ActionUnit.values().length);
        final float[] expressions = output(outputs, "expressions", faces.size() * Expression.values().length);
        final float[] affect = output(outputs, "valence_arousal", faces.size() * 2);
        final List<Prediction> predictions = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++)
            predictions.add(new Prediction(row(units, i, ActionUnit.values().length),
                row(expressions, i, Expression.values().length), affect[2 * i], affect[2 * i + 1],
                relations(outputs, faces.size(), i)));
        return predictions;
    }

    private Map<String, Tensor> outputs(final Tensor images) {
        try {
            return network.call(Network.SERVE, Map.of("image", images));
        } catch (final IllegalArgumentException e) { // it has other functions or inputs than an affect model
            throw new AffectException(unfit(e.getMessage()), e);
        }
    }

    private float[] output(final Map<String, Tensor> outputs, final String name, final int length) {
        if (outputs.containsKey(name) && outputs.get(name).values() instanceof float[] values
            && values.length == length)
            return values;
        throw new AffectException(unfit("it doesn't tell " + name + " of every face"));
    }

    /** @return the graph of action units of one face; empty if the network doesn't tell it */
    private static Optional<float[]> relations(final Map<String, Tensor> outputs, final int faces, final int face) {
        final int length = ActionUnit.values().length * ActionUnit.values().length;
        return outputs.containsKey("graph") && outputs.get("graph").values() instanceof float[] values
            && values.length == faces * length ? Optional.of(row(values, face, length)) : Optional.empty();
    }

    private String unfit(final String reason) {
        return "The model " + description.name() + " isn't made as its description says (" + reason
            + "): install it again, or choose another.";
    }

    /** @return uint8 [B, S, S, 3] */
    private Tensor images(final List<FaceCrop> faces) {
        final int size = description.inputSize();
        final byte[] pixels = new byte[faces.size() * size * size * 3];
        int at = 0;
        for (final FaceCrop face : faces) {
            if (face.size() != size)
                throw new IllegalArgumentException("The model takes faces of " + size + " pixels, not " + face.size());
            System.arraycopy(face.rgb(), 0, pixels, at, face.rgb().length);
            at += face.rgb().length;
        }
        return Tensor.of(pixels, faces.size(), size, size, 3);
    }

    /** @return one face's share of a row-major output */
    private static float[] row(final float[] outputs, final int face, final int length) {
        return Arrays.copyOfRange(outputs, face * length, (face + 1) * length);
    }

    @Override
    public void close() {
        network.close();
    }
}
