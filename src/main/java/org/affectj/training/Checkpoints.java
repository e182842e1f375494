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
import org.affectj.WholeFolder;
import org.affectj.engine.Network;

import com.google.gson.Gson;

/**
 * The saved states of one training run: a folder for the last and one for the best. Each appears whole or not at all,
 * so a process may be killed at any moment.
 */
final class Checkpoints {

    private static final String STATE = "state.json";
    private static final String WEIGHTS = "weights";

    private final Path folder;

    Checkpoints(final Path folder) {
        this.folder = folder;
    }

    /** @return the prefix of the weights after a number of steps */
    Path weights(final long step) {
        return stepFolder(step).resolve(WEIGHTS);
    }

    private Path stepFolder(final long step) {
        return folder.resolve(String.format(Locale.ROOT, "step-%09d", step));
    }

    /**
     * Saves a state.
     *
     * @throws AffectException if it can't be written; the states from before stay
     */
    void save(final Network network, final TrainingState state) {
        final Path part = folder.resolve(".part");
        try {
            WholeFolder.delete(part);
            Files.createDirectories(part);
            network.save(part.resolve(WEIGHTS));
            Files.writeString(part.resolve(STATE), new Gson().toJson(state));
            final Path whole = stepFolder(state.step());
            WholeFolder.delete(whole); // that of a run which was stopped after its last step
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            for (final Path old : steps())
                if (!old.equals(whole) && !old.equals(stepFolder(state.bestStep()))) WholeFolder.delete(old);
        } catch (final IOException | AffectException e) {
            throw unwritten(part, e);
        }
    }

    /** Makes room again, where the disk is full. */
    private AffectException unwritten(final Path part, final Exception cause) {
        final AffectException error = new AffectException("The checkpoint in " + folder
            + " can't be written: see that the work folder is writable and the disk isn't full, "
            + "then resume (--resume).", cause);
        try {
            WholeFolder.delete(part);
        } catch (final IOException e) {
            error.addSuppressed(e);
        }
        return error;
    }

    /** Brings a network to the last saved state, if there is one. */
    Optional<TrainingState> resume(final Network network) {
        final Optional<TrainingState> last = last();
        last.ifPresent(state -> network.restore(weights(state.step())));
        return last;
    }

    /** @return the last saved state */
    Optional<TrainingState> last() {
        try {
            final List<Path> steps = steps();
            if (steps.isEmpty()) return Optional.empty();
            return Optional.of(new Gson().fromJson(
                Files.readString(steps.get(steps.size() - 1).resolve(STATE)), TrainingState.class));
        } catch (final IOException e) {
            throw new AffectException("The checkpoint in " + folder + " can't be read: delete it and start again.", e);
        }
    }

    private List<Path> steps() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().startsWith("step-"))
                .sorted(Comparator.naturalOrder()).toList();
        }
    }
}
