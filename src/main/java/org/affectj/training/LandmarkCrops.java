package org.affectj.training;

import java.util.SplittableRandom;

import org.affectj.align.SimilarityTransform;
import org.affectj.detect.LandmarkCrop;
import org.affectj.detect.Landmarks;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;

/**
 * Makes the crops that the landmark network sees: around a face as a detector's box or a first pass would place them,
 * or beside it, turned over or scrambled, as examples of what is no face. Serves one thread.
 */
final class LandmarkCrops {

    private final int size;
    private final GreyImage source = new GreyImage(CropCache.SIZE);
    private final GreyImage crop;
    private final Degradation degradation;

    LandmarkCrops(final int size) {
        this.size = size;
        crop = new GreyImage(size);
        degradation = new Degradation(size, 0.8);
    }

    /** Puts a face of the pool, augmented, into a batch. */
    void addFace(final LandmarkBatch batch, final int place, final FacePool pool, final SplittableRandom random) {
        final CachedFace face = load(pool, pool.draw(random));
        final Landmarks points = face.landmarks().orElseThrow();
        final SimilarityTransform toCrop =
            LandmarkCrop.of(points, size).transform().then(displacement(random).draw(size, random));
        Landmarks moved = points.moved(toCrop);
        cut(face, toCrop, random);
        if (random.nextBoolean()) {
            crop.mirror();
            moved = Points.mirror(moved, size);
        }
        degradation.apply(crop, random);
        batch.setFace(place, crop, moved);
    }

    /** As a first pass leaves a crop, as a detector does, or worse: a turned head in a poor box. */
    private static Jitter displacement(final SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Jitter(8, 1.08, 0.03);
            case 1, 2 -> new Jitter(18, 1.2, 0.11);
            default -> new Jitter(45, 1.35, 0.15);
        };
    }

    /** Puts something that is no face, or a face out of place, into a batch. */
    void addBackground(final LandmarkBatch batch, final int place, final FacePool pool,
        final SplittableRandom random)
    {
        final CachedFace face = load(pool, pool.draw(random));
        final SimilarityTransform centred = LandmarkCrop.of(face.landmarks().orElseThrow(), size).transform();
        final int kind = random.nextInt(4);
        cut(face, centred.then(misplacement(kind, random)), random);
        if (kind == 3) Scramble.apply(crop, random);
        degradation.apply(crop, random);
        batch.setBackground(place, crop);
    }

    private SimilarityTransform misplacement(final int kind, final SplittableRandom random) {
        final double centre = (size - 1) / 2.0;
        final double direction = random.nextDouble(2 * Math.PI);
        return switch (kind) {
            case 0 -> { // beside the face
                final double distance = size * random.nextDouble(0.5, 0.85);
                yield SimilarityTransform.of(random.nextDouble(0.8, 1.6), random.nextDouble(-45, 45), centre, centre,
                    centre + distance * Math.cos(direction), centre + distance * Math.sin(direction));
            }
            case 1 -> // a part of the face
                SimilarityTransform.of(random.nextDouble(2.2, 4), random.nextDouble(-45, 45), centre, centre,
                    centre + size * Math.cos(direction), centre + size * Math.sin(direction));
            case 2 -> // on its side or upside down
                SimilarityTransform.of(random.nextDouble(0.8, 1.2), random.nextDouble(100, 260), centre, centre, centre,
                    centre);
            default -> SimilarityTransform.of(random.nextDouble(0.7, 2), random.nextDouble(360), centre, centre, centre,
                centre);
        };
    }

    /**
     * Puts a face of the pool into a batch as a detector might box it, without degradation: for validation.
     *
     * @return its points in pixels of the crop
     */
    Landmarks addForValidation(final LandmarkBatch batch, final int place, final FacePool pool, final int number,
        final Jitter displacement)
    {
        final CachedFace face = load(pool, pool.number(number));
        final Landmarks points = face.landmarks().orElseThrow();
        final SimilarityTransform toCrop = LandmarkCrop.of(points, size).transform()
            .then(displacement.draw(size, new SplittableRandom(number)));
        source.sampleInto(crop, toCrop.inverse());
        final Landmarks moved = points.moved(toCrop);
        batch.setFace(place, crop, moved);
        return moved;
    }

    private CachedFace load(final FacePool pool, final int number) {
        pool.cache().crop(number, source.pixels());
        return pool.cache().face(number);
    }

    private void cut(final CachedFace face, final SimilarityTransform toCrop, final SplittableRandom random) {
        final SimilarityTransform toSource = toCrop.inverse();
        source.sampleInto(crop, toSource);
        if (random.nextInt(3) > 0)
            Surroundings.fill(crop, toSource.then(face.transform().inverse()), face, random);
    }
}
