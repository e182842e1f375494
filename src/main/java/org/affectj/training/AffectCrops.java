package org.affectj.training;

import java.util.List;
import java.util.SplittableRandom;

import org.affectj.align.FaceTemplate;
import org.affectj.align.SimilarityTransform;
import org.affectj.engine.Tensor;
import org.affectj.model.FaceCrop;
import org.affectj.training.data.CachedFace;
import org.affectj.training.data.CropCache;
import org.affectj.training.data.FacePool;
import org.affectj.training.data.Split;
import org.affectj.training.data.Labels;

/**
 * Makes the crops that an affect network sees: from the cache to its input size, augmented for training, exactly
 * aligned for evaluation. Every crop depends on the seed and its place alone, so runs repeat and resume. Safe for use
 * by several threads.
 */
final class AffectCrops {

    private final int size;
    private final long seed;
    private final double degradation;
    private final Jitter jitter;

    /** Makes what is learnt of a face of what is known. */
    @FunctionalInterface
    interface Targets {

        Labels of(CropCache cache, int number);
    }

    /** A pool of faces and how many of each batch come from it. */
    record Share(FacePool pool, int count) {
    }

    /**
     * @param size width and height of the network's pictures
     * @param seed of all chance
     * @param degradation strength of {@link Degradation}, in [0, 2]
     * @param jitter strength of turning, scaling and shifting, in [0, 2]
     */
    AffectCrops(final int size, final long seed, final double degradation, final double jitter) {
        this.size = size;
        this.seed = seed;
        this.degradation = degradation;
        this.jitter = new Jitter(12 * jitter, 1 + 0.12 * jitter, 0.04 * jitter);
    }

    /** @return crops for evaluation only */
    static AffectCrops exact(final int size) {
        return new AffectCrops(size, 0, 0, 0);
    }

    /**
     * @param shares which faces it holds
     * @param targets makes what is learnt of what is known
     * @param step its number
     * @return an augmented batch, always the same for a step
     */
    AffectBatch augmented(final List<Share> shares, final Targets targets, final long step) {
        final AffectBatch batch = new AffectBatch(shares.stream().mapToInt(Share::count).sum(), size);
        final Degradation spoiled = new Degradation(size, degradation);
        final GreyImage source = new GreyImage(CropCache.SIZE);
        final GreyImage crop = new GreyImage(size);
        final SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
        int place = 0;
        for (final Share share : shares) {
            for (int i = 0; i < share.count; i++) {
                final int number = share.pool.draw(random);
                final CachedFace face = share.pool.cache().face(number);
                share.pool.cache().crop(number, source.pixels());
                augment(source, face, crop, spoiled, random);
                if (!face.labels().knowsActionUnits()) batch.match(place);
                batch.set(place++, crop, targets.of(share.pool.cache(), number));
            }
        }
        return batch;
    }

    private void augment(final GreyImage source, final CachedFace face, final GreyImage crop,
        final Degradation spoiled, final SplittableRandom random)
    {
        final SimilarityTransform toSource = jitter.draw(size, random).then(toCache());
        source.sampleInto(crop, toSource);
        if (random.nextInt(3) == 0 && degradation > 0)
            Surroundings.fill(crop, toSource.then(face.transform().inverse()), face, random);
        if (random.nextBoolean()) crop.mirror();
        spoiled.apply(crop, random);
    }

    /** @return faces of a pool from one place up to another, as analysis would see them */
    AffectBatch aligned(final FacePool pool, final int from, final int to) {
        final AffectBatch batch = new AffectBatch(to - from, size);
        final GreyImage source = new GreyImage(CropCache.SIZE);
        final GreyImage crop = new GreyImage(size);
        for (int place = from; place < to; place++) {
            pool.cache().crop(pool.number(place), source.pixels());
            source.sampleInto(crop, toCache());
            batch.set(place - from, crop, pool.cache().face(pool.number(place)).labels());
        }
        return batch;
    }

    /** @return one face as analysis would see it */
    FaceCrop aligned(final CropCache cache, final int number) {
        final GreyImage source = new GreyImage(CropCache.SIZE);
        final GreyImage crop = new GreyImage(size);
        cache.crop(number, source.pixels());
        source.sampleInto(crop, toCache());
        final byte[] rgb = new byte[size * size * 3];
        crop.copyAsRgb(rgb, 0);
        return new FaceCrop(size, rgb);
    }

    /**
     * Makes pictures for features that are kept: of training faces augmented ones, always the same for one draw; of the
     * others what analysis would see.
     *
     * @param rows holds the faces
     * @param from the first of them
     * @param to the one after the last
     * @param draw which of several augmented pictures, from 0
     * @return uint8 [to − from, size, size, 3]
     */
    Tensor drawn(final FaceRows rows, final int from, final int to, final int draw) {
        final byte[] pixels = new byte[(to - from) * size * size * 3];
        final Degradation spoiled = new Degradation(size, degradation);
        final GreyImage source = new GreyImage(CropCache.SIZE);
        final GreyImage crop = new GreyImage(size);
        for (int row = from; row < to; row++) {
            final CachedFace face = rows.face(row);
            rows.cache(row).crop(rows.number(row), source.pixels());
            if (face.split() == Split.TRAIN)
                augment(source, face, crop, spoiled,
                    new SplittableRandom((seed * 31 + draw) * 0x9E3779B97F4A7C15L + row));
            else source.sampleInto(crop, toCache());
            crop.copyAsRgb(pixels, (row - from) * size * size * 3);
        }
        return Tensor.of(pixels, to - from, size, size, 3);
    }

    /** From pixels of the network's picture to pixels of the cached crop. */
    private SimilarityTransform toCache() {
        final double factor = (double) FaceTemplate.ARCFACE.size() / size;
        return new SimilarityTransform(factor, 0, (factor - 1) / 2, (factor - 1) / 2).then(CropCache.FROM_TEMPLATE);
    }
}
