package org.affectj.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.affectj.engine.EngineLoader;
import org.affectj.engine.EngineOptions;
import org.affectj.engine.Network;
import org.affectj.engine.Tensor;
import org.affectj.model.ModelFolder;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Landmarks by a network, in two passes: the first looks at the detector's box, the second at a box around the points
 * of the first, upright and of the right size. Boxes in which the second sees no face are dropped. A face of the frame
 * before takes the place of the first pass.
 */
public final class NetworkLandmarkDetector implements LandmarkDetector {

    /** Faces in one call of the network. */
    private static final int BATCH = 32;
    /** A first pass below this probability isn't worth a second. */
    private static final double HOPELESS = 0.05;

    private final Network network;
    private final int size;
    private final double minimumScore;

    /**
     * @param folder a landmark model, which takes {@code image} uint8 [B, S, S, 3] and gives {@code landmarks} [B, 136]
     *            as {@link LandmarkCrop#encode} does, and {@code face} [B], the probability of a face
     * @param options where and how it runs
     * @param minimumScore probability from which a box counts as a face, in [0, 1]
     * @return the detector
     * @throws org.affectj.AffectException if the engine can't load the model
     */
    public static NetworkLandmarkDetector open(final ModelFolder folder, final EngineOptions options,
        final double minimumScore)
    {
        return new NetworkLandmarkDetector(EngineLoader.open(folder.path(), options), folder.description().inputSize(),
            minimumScore);
    }

    private NetworkLandmarkDetector(final Network network, final int size, final double minimumScore) {
        this.network = network;
        this.size = size;
        this.minimumScore = minimumScore;
    }

    @Override
    public List<Optional<DetectedFace>> detect(final RandomAccessibleInterval<ARGBType> picture,
        final List<FaceBox> boxes)
    {
        final List<Optional<DetectedFace>> faces = new ArrayList<>(boxes.size());
        for (int from = 0; from < boxes.size(); from += BATCH)
            faces.addAll(detectBatch(picture, boxes.subList(from, Math.min(from + BATCH, boxes.size()))));
        return faces;
    }

    @Override
    public List<Optional<DetectedFace>> follow(final RandomAccessibleInterval<ARGBType> picture,
        final List<DetectedFace> before)
    {
        final List<Optional<DetectedFace>> faces = new ArrayList<>(before.size());
        for (int from = 0; from < before.size(); from += BATCH)
            lookAgain(picture, before.subList(from, Math.min(from + BATCH, before.size())))
                .forEach(face -> faces.add(Optional.of(face).filter(this::isFace)));
        return faces;
    }

    private List<Optional<DetectedFace>> detectBatch(final RandomAccessibleInterval<ARGBType> picture,
        final List<FaceBox> boxes)
    {
        final List<DetectedFace> first = look(picture, boxes.stream().map(box -> LandmarkCrop.of(box, size)).toList());
        final List<DetectedFace> likely = first.stream().filter(face -> isWorthALook(face)).toList();
        final List<DetectedFace> second = lookAgain(picture, likely);
        final List<Optional<DetectedFace>> faces = new ArrayList<>();
        int i = 0;
        for (final DetectedFace face : first)
            faces.add(isWorthALook(face) ? Optional.of(second.get(i++)).filter(this::isFace) : Optional.empty());
        return faces;
    }

    private static boolean isWorthALook(final DetectedFace face) {
        return face.box().score() >= HOPELESS;
    }

    private boolean isFace(final DetectedFace face) {
        return face.box().score() >= minimumScore;
    }

    private List<DetectedFace> lookAgain(final RandomAccessibleInterval<ARGBType> picture,
        final List<DetectedFace> faces)
    {
        return look(picture, faces.stream().map(face -> LandmarkCrop.of(face.landmarks(), size)).toList());
    }

    /** @return what the network sees in each crop, however unlikely */
    private List<DetectedFace> look(final RandomAccessibleInterval<ARGBType> picture, final List<LandmarkCrop> crops) {
        if (crops.isEmpty()) return List.of();
        final byte[] images = new byte[crops.size() * size * size * 3];
        for (int i = 0; i < crops.size(); i++)
            System.arraycopy(crops.get(i).pixels(picture).rgb(), 0, images, i * size * size * 3, size * size * 3);
        final Map<String, Tensor> outputs =
            network.call(Network.SERVE, Map.of("image", Tensor.of(images, crops.size(), size, size, 3)));
        final float[] points = outputs.get("landmarks").floats();
        final float[] probabilities = outputs.get("face").floats();
        final List<DetectedFace> faces = new ArrayList<>();
        for (int i = 0; i < crops.size(); i++) {
            final Landmarks landmarks = crops.get(i).decode(points, i);
            faces.add(new DetectedFace(landmarks.box(probabilities[i]), landmarks));
        }
        return faces;
    }

    @Override
    public void close() {
        network.close();
    }
}
