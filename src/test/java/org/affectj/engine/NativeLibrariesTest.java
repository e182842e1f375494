package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.affectj.AffectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking native libraries, from a small jar with the layout of the real one. */
class NativeLibrariesTest {

    private static final String FOLDER = "org/tensorflow/internal/c_api/linux-x86_64/";

    @TempDir
    Path temporary;

    private Path cache;
    private NativeLibraries libraries;

    @BeforeEach
    void writeJar() throws IOException {
        cache = temporary.resolve("cache");
        final Path jar = temporary.resolve("native.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (final String name : new String[] { "libjnitensorflow.so", "libtensorflow_cc.so.2",
                "libtensorflow_framework.2.dylib", "jnitensorflow.dll", "LICENSE", "LICENSES/some.so" }) {
                zip.putNextEntry(new ZipEntry(FOLDER + name));
                zip.write(name.getBytes());
            }
        }
        libraries = new NativeLibraries(jar, FOLDER);
    }

    private static Set<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void unpacksLibrariesOnly() throws IOException {
        final Path folder = libraries.extract(cache);
        assertEquals(Set.of("libjnitensorflow.so", "libtensorflow_cc.so.2", "libtensorflow_framework.2.dylib",
            "jnitensorflow.dll"), names(folder));
        assertEquals("libtensorflow_cc.so.2", Files.readString(folder.resolve("libtensorflow_cc.so.2")));
    }

    @Test
    void unpacksOnce() throws IOException {
        final Path library = libraries.extract(cache).resolve("libjnitensorflow.so");
        Files.setLastModifiedTime(library, FileTime.fromMillis(1000));
        libraries.extract(cache);
        assertEquals(FileTime.fromMillis(1000), Files.getLastModifiedTime(library));
    }

    @Test
    void repairsWhatIsHalfUnpacked() throws IOException {
        final Path folder = libraries.extract(cache);
        Files.writeString(folder.resolve("libtensorflow_cc.so.2"), "libtens");
        Files.delete(folder.resolve("libjnitensorflow.so"));
        libraries.extract(cache);
        assertEquals("libtensorflow_cc.so.2", Files.readString(folder.resolve("libtensorflow_cc.so.2")));
        assertTrue(Files.exists(folder.resolve("libjnitensorflow.so")));
    }

    @Test
    void keepsBuildsApart() throws IOException {
        final Path other = Files.createDirectory(temporary.resolve("b")).resolve("native.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry(FOLDER + "libjnitensorflow.so"));
        }
        assertTrue(!libraries.cache(cache).equals(new NativeLibraries(other, FOLDER).cache(cache)));
    }

    @Test
    void findsFilesWhosePathsHaveSpaces() throws IOException {
        final Path file = temporary.resolve("My Fiji.app").resolve("a.jar");
        assertEquals(file, NativeLibraries.path(file.toUri().toURL()));
        assertEquals(file, NativeLibraries.path(new URL("file:" + file)));
    }

    @Test
    void namesACacheThatCantBeWritten() throws IOException {
        Files.writeString(cache, "a file where the folder should be");
        final String message = assertThrows(AffectException.class, () -> libraries.extract(cache)).getMessage();
        assertTrue(message.startsWith("TensorFlow can't be unpacked to " + libraries.cache(cache) + " ("), message);
        assertTrue(message.endsWith(
            "): make 700 MB of space there or choose another folder with -Daffectj.cache=FOLDER."), message);
    }

    @Test
    void namesAMissingLibrary() {
        final ClassLoader empty = ClassLoader.getPlatformClassLoader();
        assertEquals("The library org.tensorflow:tensorflow-core-native:" + NativeLibraries.platform()
            + " is missing from the class path: install AffectJ again, with all its libraries.",
            assertThrows(AffectException.class, () -> NativeLibraries.find(empty)).getMessage());
        assertEquals("The library ai.djl.tensorflow:tensorflow-engine is missing from the class path: "
            + "install AffectJ again, with all its libraries.",
            assertThrows(AffectException.class, () -> EngineJars.locate(empty)).getMessage());
    }

    @Test
    void namesAnUnsupportedComputer() {
        final String before = System.setProperty("os.arch", "riscv64");
        try {
            final String message = assertThrows(AffectException.class,
                () -> NativeLibraries.find(ClassLoader.getPlatformClassLoader())).getMessage();
            assertTrue(message.startsWith("There is no TensorFlow for this computer ("), message);
            assertTrue(message.endsWith("-riscv64): AffectJ runs on "
                + "linux-x86_64, macosx-arm64, macosx-x86_64, windows-x86_64."), message);
        } finally {
            System.setProperty("os.arch", before);
        }
    }
}
