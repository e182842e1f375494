package org.affectj.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.model.Expression;

/**
 * A folder for each expression, holding aligned faces, as {@code affectj align} makes them. Above them there may be
 * folders {@code train}, {@code validation} and {@code test}. Else people are split by {@link Split#ofSubject}; who a
 * picture shows is its name up to the first {@code _}.
 */
public final class ExpressionFolders implements DataSet {

    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif");

    private final Path folder;
    private final Pictures pictures;

    /** @param folder holds the folders */
    public ExpressionFolders(final Path folder) {
        this.folder = folder;
        pictures = Pictures.in(folder);
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Changes with the names and times of the folders, which change when pictures come or go. */
    @Override
    public String fingerprint() {
        final StringBuilder all = new StringBuilder();
        for (final Path split : children(folder)) {
            all.append(Fingerprint.of(split));
            if (Split.named(name(split)).isPresent()) children(split).forEach(path -> all.append(Fingerprint.of(path)));
        }
        return all.toString();
    }

    @Override
    public void forEach(final Consumer<FaceExample> visitor) {
        for (final Path child : children(folder)) {
            final Optional<Split> split = Split.named(name(child));
            if (split.isEmpty()) read(child, Optional.empty(), visitor);
            else children(child).forEach(path -> read(path, split, visitor));
        }
    }

    private void read(final Path faces, final Optional<Split> split, final Consumer<FaceExample> visitor) {
        final Expression expression = ExpressionNames.of(name(faces)).orElseThrow(() -> new AffectException("The folder "
            + faces + " isn't named after an expression: name it one of " + ExpressionNames.known() + "."));
        final Labels labels = Labels.fromExpressions(Labels.certain(expression), 1, Optional.of(expression));
        try (Stream<Path> files = Files.list(faces)) {
            files.filter(file -> PICTURES.stream().anyMatch(name(file).toLowerCase(Locale.ROOT)::endsWith)).sorted()
                .forEach(file -> {
                    final String subject = name(file).replaceFirst("[_.].*", "");
                    visitor.accept(FaceExample.aligned(folder.relativize(file).toString(),
                        split.orElseGet(() -> Split.ofSubject(subject)), subject, labels));
                });
        } catch (final IOException e) {
            throw unreadable(faces, e);
        }
    }

    private static List<Path> children(final Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (final IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static AffectException unreadable(final Path folder, final IOException cause) {
        return new AffectException("The folder " + folder + " can't be read: see that it is there and may be opened.",
            cause);
    }

    private static String name(final Path path) {
        return path.getFileName().toString();
    }

    @Override
    public BufferedImage picture(final String image) {
        return pictures.read(image);
    }

    @Override
    public void close() {
        pictures.close();
    }
}
