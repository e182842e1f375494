package org.affectj.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Renders a plan into a folder, person after person, on several threads. */
final class DataSet {

    private final Head head;
    private final Plan plan;
    private final Path folder;
    private final int threads;
    private final ThreadLocal<Portrait> portrait;
    private final ThreadLocal<Frame> frame = ThreadLocal.withInitial(Shot::frame);

    DataSet(final Head head, final Plan plan, final Path folder, final int threads) {
        this.head = head;
        this.plan = plan;
        this.folder = folder;
        this.threads = threads;
        portrait = ThreadLocal.withInitial(() -> new Portrait(head));
    }

    /**
     * Renders everything.
     *
     * @param progress told the number of finished pictures after each person
     * @throws IOException if a file can't be written
     */
    void render(final IntConsumer progress) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        final ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Annotations annotations = new Annotations(folder)) {
            final Deque<Future<List<Shot>>> running = new ArrayDeque<>();
            int done = 0;
            for (int next = 0, person = 0; person < plan.identities(); person++) {
                for (; next < plan.identities() && next < person + 2 * threads; next++) {
                    final int who = next;
                    running.add(workers.submit(() -> shots(who)));
                }
                final List<Shot> shots = running.remove().get();
                for (int picture = 0; picture < shots.size(); picture++)
                    annotations.add(plan.split(person), plan.subject(person), image(person, picture),
                        shots.get(picture));
                done += shots.size();
                progress.accept(done);
            }
            annotations.finish();
        } catch (final ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Shot> shots(final int person) {
        final Head.Person who = head.person(plan.person(person));
        final List<Shot> shots = new ArrayList<>();
        for (int picture = 0; picture < plan.pictures(person); picture++) {
            final Shot shot = Shot.random(portrait.get(), frame.get(), who, plan.picture(person, picture));
            save(shot, image(person, picture));
            shots.add(shot.withoutPictures());
        }
        return shots;
    }

    private void save(final Shot shot, final String image) {
        try {
            final Path loose = folder.resolve("pictures").resolve(image);
            final Path aligned = folder.resolve("cropped_aligned").resolve(image);
            Files.createDirectories(loose.getParent());
            Files.createDirectories(aligned.getParent());
            shot.picture().write(loose, shot.quality());
            shot.aligned().write(aligned, shot.quality());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String image(final int person, final int picture) {
        return plan.subject(person) + String.format(Locale.ROOT, "/%05d.jpg", picture + 1);
    }
}
