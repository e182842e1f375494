package org.affectj.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.affectj.AffectException;

/**
 * A zip file that holds the folder of one model, or what is in it. Whatever it says of itself, nothing is written
 * outside the folder that it is unpacked to, no link is made, and the disk isn't filled.
 */
final class ModelArchive {

    private static final int FILES = 1000;
    /** How many times its own size an archive may be unpacked; weights of networks are hardly compressed at all. */
    private static final long RATIO = 50;

    private final Path file;

    /** @param file a zip file */
    ModelArchive(final Path file) {
        this.file = file;
    }

    /**
     * Unpacks it.
     *
     * @param target a folder that is empty
     * @return the folder of the model in it
     * @throws AffectException if it isn't a zip file, holds no model, or more than a model
     * @throws IOException if the folder can't be written
     */
    Path unpack(final Path target) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > FILES)
                throw new AffectException("The archive " + file + " holds " + zip.size()
                    + " files: don't use it, a model has " + FILES + " at most.");
            final long[] left = { Math.max(1 << 20, Files.size(file)) * RATIO };
            for (final ZipEntry entry : zip.stream().toList())
                left[0] -= unpack(zip, entry, place(entry.getName(), target), left[0]);
        } catch (final ZipException e) {
            throw new AffectException("The file " + file + " isn't an intact zip file: get it again.", e);
        }
        return model(target);
    }

    private Path place(final String name, final Path target) {
        try {
            final Path place = target.resolve(name).normalize();
            if (!name.contains("\\") && !Path.of(name).isAbsolute() && place.startsWith(target) && !place.equals(target)
                && Stream.of(name.split("/")).noneMatch(".."::equals)) return place;
        } catch (final InvalidPathException e) {
            throw stray(name);
        }
        throw stray(name);
    }

    private AffectException stray(final String name) {
        return new AffectException("The archive " + file + " would write '" + name
            + "' outside its folder: don't use it.");
    }

    /** @return the number of bytes written */
    private long unpack(final ZipFile zip, final ZipEntry entry, final Path place, final long left) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return 0;
        }
        if (Files.exists(place)) throw new AffectException("The archive " + file + " holds '" + entry.getName()
            + "' twice: don't use it.");
        Files.createDirectories(place.getParent());
        try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(place)) {
            final byte[] buffer = new byte[1 << 16];
            long written = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > left) throw new AffectException("The archive " + file + " unpacks to more than " + RATIO
                    + " times its size: don't use it.");
                out.write(buffer, 0, read);
            }
            return written;
        }
    }

    private Path model(final Path target) throws IOException {
        if (Files.exists(target.resolve(ModelFolder.DESCRIPTION))) return target;
        try (Stream<Path> all = Files.list(target)) {
            final List<Path> folders = all.toList();
            if (folders.size() == 1 && Files.exists(folders.get(0).resolve(ModelFolder.DESCRIPTION)))
                return folders.get(0);
        }
        throw new AffectException("The archive " + file + " has no " + ModelFolder.DESCRIPTION
            + ", neither at its top nor in its only folder: give the zip file of a model's folder.");
    }
}
