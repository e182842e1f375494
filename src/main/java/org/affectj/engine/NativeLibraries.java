package org.affectj.engine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.affectj.AffectException;
import org.affectj.CodeLocation;

/**
 * The native TensorFlow for this computer: the libraries in the jar {@code org.tensorflow:tensorflow-core-native} with
 * its platform's classifier.
 *
 * @param jar the jar
 * @param folder the folder inside it, ending with a slash
 */
record NativeLibraries(Path jar, String folder) {

    private static final String ROOT = "org/tensorflow/internal/c_api/";
    private static final List<String> PLATFORMS =
        List.of("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");

    /** @return operating system and processor of this computer in JavaCPP's terms: {@code linux-x86_64} */
    static String platform() {
        final String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        final String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        final String name = system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : system;
        return name + "-" + switch (processor) {
            case "amd64", "x86-64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
    }

    /**
     * Finds the jar; the one for GPUs is preferred where both are there.
     *
     * @param surroundings the class loader to search
     * @throws AffectException if there is no TensorFlow for this computer
     */
    static NativeLibraries find(final ClassLoader surroundings) {
        final String platform = platform();
        for (final String variant : List.of(platform + "-gpu", platform)) {
            final String resource = ROOT + variant + "/" + System.mapLibraryName("jnitensorflow");
            final URL url = surroundings.getResource(resource);
            if (url != null)
                return new NativeLibraries(path(CodeLocation.of(url, resource)), ROOT + variant + "/");
        }
        if (!PLATFORMS.contains(platform))
            throw new AffectException("There is no TensorFlow for this computer (" + platform + "): AffectJ runs on "
                + String.join(", ", PLATFORMS) + ".");
        throw new AffectException("The library org.tensorflow:tensorflow-core-native:" + platform
            + " is missing from the class path: install AffectJ again, with all its libraries.");
    }

    /** @return the file of a URL, whether or not the class loader escaped spaces in it, as ImageJ 1.x doesn't */
    static Path path(final URL url) {
        try {
            return Path.of(url.toURI());
        } catch (final URISyntaxException e) {
            return new File(url.getPath()).toPath();
        }
    }

    /**
     * Unpacks the libraries unless that was done before. A file has its final name only when it is complete, and is
     * written again if its size isn't right.
     *
     * @param cache folder to unpack below
     * @return the folder with the libraries
     * @throws AffectException if the folder can't be written
     */
    Path extract(final Path cache) {
        final Path target = cache(cache);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Files.createDirectories(target);
            for (final ZipEntry entry : zip.stream().filter(this::isLibrary).toList())
                extract(zip, entry, target.resolve(entry.getName().substring(folder.length())));
            return target;
        } catch (final IOException e) {
            throw new AffectException("TensorFlow can't be unpacked to " + target + " (" + e.getMessage()
                + "): make 700 MB of space there or choose another folder with -Daffectj.cache=FOLDER.", e);
        }
    }

    /** @return the folder that {@link #extract} unpacks to, one for each build of TensorFlow */
    Path cache(final Path cache) {
        final String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return cache.resolve(name + "-" + Long.toHexString(jar.toFile().length()));
    }

    private boolean isLibrary(final ZipEntry entry) {
        final String name = entry.getName();
        return name.startsWith(folder) && name.substring(folder.length()).matches("[^/]+\\.(so|dylib|dll)(\\.\\d+)*");
    }

    private static void extract(final ZipFile zip, final ZipEntry entry, final Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == entry.getSize()) return;
        final Path unfinished = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
