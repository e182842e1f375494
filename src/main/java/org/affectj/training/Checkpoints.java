package org.affectj.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.engine.Network;

import com.google.gson.Gson;

/** The saved states of one training run: a folder for the last epoch and one for the best. Each appears whole or not. */
final class Checkpoints {

    private static final String STATE = "state.json";
    private static final String WEIGHTS = "weights";

    private final Path folder;

    /**
     * Where a run stands.
     *
     * @param epoch number of the last epoch done, from 1
     * @param bestEpoch the one that validated best
     * @param bestScore its score
     */
    record State(int epoch, int bestEpoch, double bestScore) {

        /** Nothing done yet. */
        static final State START = new State(0, 0, Double.NEGATIVE_INFINITY);

        State after(final double score) {
            return score > bestScore ? new State(epoch + 1, epoch + 1, score)
                : new State(epoch + 1, bestEpoch, bestScore);
        }
    }

    Checkpoints(final Path folder) {
        this.folder = folder;
    }

    /** @return the prefix of the weights of an epoch */
    Path weights(final int epoch) {
        return epochFolder(epoch).resolve(WEIGHTS);
    }

    private Path epochFolder(final int epoch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch-%04d", epoch));
    }

    void save(final Network network, final State state) {
        try {
            final Path part = folder.resolve(".part");
            delete(part);
            Files.createDirectories(part);
            network.save(part.resolve(WEIGHTS));
            Files.writeString(part.resolve(STATE), new Gson().toJson(state));
            Files.move(part, epochFolder(state.epoch), StandardCopyOption.ATOMIC_MOVE);
            for (final Path old : epochs())
                if (!old.equals(epochFolder(state.epoch)) && !old.equals(epochFolder(state.bestEpoch))) delete(old);
        } catch (final IOException e) {
            throw new AffectException("The checkpoint in " + folder
                + " can't be written: see that the work folder is writable and the disk isn't full.", e);
        }
    }

    /** Brings a network to the last saved state, if there is one. */
    Optional<State> resume(final Network network) {
        final Optional<State> last = last();
        last.ifPresent(state -> network.restore(weights(state.epoch)));
        return last;
    }

    /** @return where the last saved epoch left the run */
    Optional<State> last() {
        try {
            final List<Path> epochs = epochs();
            if (epochs.isEmpty()) return Optional.empty();
            return Optional.of(new Gson().fromJson(
                Files.readString(epochs.get(epochs.size() - 1).resolve(STATE)), State.class));
        } catch (final IOException e) {
            throw new AffectException("The checkpoint in " + folder + " can't be read: delete it and start again.", e);
        }
    }

    private List<Path> epochs() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().startsWith("epoch-"))
                .sorted(Comparator.naturalOrder()).toList();
        }
    }

    static void delete(final Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (Stream<Path> paths = Files.walk(tree)) {
            for (final Path path : paths.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
    }
}
