package org.affectj.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.model.Expression;

/**
 * A folder for each expression, holding aligned faces, as {@code affectj align} makes them. Above them there may be
 * folders {@code train}, {@code validation} and {@code test}; else people are split by {@link Split#ofSubject}. Who a
 * picture shows is its file's name up to the first {@code _}: {@code anna_1.png} and {@code anna_2.png} are of one
 * person. Without a {@code _} that isn't known, and the picture is taken to be of a person of its own.
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
    public DataFormat format() {
        return DataFormat.FOLDERS;
    }

    @Override
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The labels are the pictures' places. */
    @Override
    public String fingerprint() {
        return "";
    }

    @Override
    public void forEach(final FaceVisitor visitor) {
        for (final Path child : children(folder)) {
            final Optional<Split> split = Split.named(name(child));
            if (split.isEmpty()) read(child, Optional.empty(), visitor);
            else children(child).forEach(path -> read(path, split, visitor));
        }
    }

    private void read(final Path faces, final Optional<Split> split, final FaceVisitor visitor) {
        final Expression expression = ExpressionNames.of(name(faces))
            .orElseThrow(() -> new AffectException("The folder " + faces
                + " isn't named after an expression: name it one of " + ExpressionNames.known() + "."));
        final Labels labels = Labels.fromExpressions(Labels.certain(expression), 1, Optional.of(expression));
        try (Stream<Path> files = Files.list(faces)) {
            files.filter(file -> PICTURES.stream().anyMatch(name(file).toLowerCase(Locale.ROOT)::endsWith)).sorted()
                .forEach(file -> visitor.face(face(file, split, labels)));
        } catch (final IOException e) {
            throw unreadable(faces, e);
        }
    }

    private FaceExample face(final Path file, final Optional<Split> split, final Labels labels) {
        final String image = folder.relativize(file).toString();
        final int end = name(file).indexOf('_');
        final String subject = end > 0 ? name(file).substring(0, end) : image;
        return FaceExample.aligned(image, file.toString(), split.orElseGet(() -> Split.ofSubject(subject)), subject,
            labels);
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
    public Pictures pictures() {
        return pictures;
    }
}
