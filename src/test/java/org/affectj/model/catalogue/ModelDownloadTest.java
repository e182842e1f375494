package org.affectj.model.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.Sha256;
import org.affectj.model.ModelStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models come whole from real servers, or not at all. */
class ModelDownloadTest {

    private static final String TELL = "tell the maintainers of the catalogue.";

    @TempDir
    private Path folder;

    private Path archive;
    private ArchiveServer server;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("affectj.models", folder.resolve("models").toString());
        System.setProperty("affectj.cache", folder.resolve("cache").toString());
        archive = Archives.model(folder.resolve("points-1.0.zip"), "points");
        server = new ArchiveServer(archive);
    }

    @AfterEach
    void stop() {
        server.close();
        List.of("affectj.models", "affectj.cache", "http.proxyHost", "http.proxyPort").forEach(System::clearProperty);
    }

    private CatalogueEntry entry(final URI... urls) throws IOException {
        return entry(archive, urls);
    }

    private static CatalogueEntry entry(final Path archive, final URI... urls) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return new CatalogueEntry("points", false, "1.0", "CC0-1.0", "https://example.org/points",
                Files.size(archive), Sha256.of(in), List.of(urls));
        }
    }

    private static void install(final CatalogueEntry entry, final Progress progress) {
        new ModelDownload(new ModelStore(), Optional.empty(), Optional.empty()).install(entry, progress);
    }

    private static String failure(final CatalogueEntry entry) {
        return assertThrows(AffectException.class, () -> install(entry, Progress.NONE)).getMessage();
    }

    private void assertNothingInstalled() throws IOException {
        assertFalse(Files.exists(folder.resolve("models")));
        try (Stream<Path> files = Files.exists(folder.resolve("cache")) ? Files.list(folder.resolve("cache"))
            : Stream.empty()) {
            assertEquals(List.of("downloads"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/downloads"))) {
            return files.filter(file -> file.toString().endsWith(".part"))
                .mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        final long third = Files.size(archive) / 3;
        assertTrue(failure(entry(server.address("/stops"))).startsWith("The model 'points' can't be downloaded from "
            + server.address("/stops") + " ("), "a sentence");
        assertNothingInstalled();
        assertEquals(third, kept());
        final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        install(entry(server.address("/moved")), new Progress() {

            @Override
            public void update(final long done, final long total, final String message) {
                first.accumulateAndGet(done, Math::min);
                assertEquals("kB of points from localhost", message);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertTrue(first.get() >= third >> 10, "it begins where it stopped");
        assertEquals(List.of("/stops null", "/moved bytes=" + third + "-", "/whole bytes=" + third + "-"),
            server.requests);
        assertEquals("# A model for tests", new ModelStore().open("points").card());
        assertEquals(0, kept());
        assertEquals("The name 'points' is taken by the model in " + folder.resolve("models/points")
            + ": use another, or delete that folder first.", failure(entry(server.address("/whole"))));
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        final Progress impatient = new Progress() {

            private volatile boolean enough;

            @Override
            public void update(final long done, final long total, final String message) {
                enough = done << 10 > total << 10 >> 2;
            }

            @Override
            public boolean isCancelled() {
                return enough;
            }
        };
        assertThrows(CancellationException.class, () -> install(entry(server.address("/whole")), impatient));
        assertNothingInstalled();
        assertTrue(kept() > 0 && kept() < Files.size(archive), "the beginning is kept");
    }

    @Test
    void refusesWhatIsNotTheFileOfTheCatalogue() throws IOException {
        assertEquals("The archive of 'points' isn't the one that the catalogue names, as its SHA-256 "
            + "differs: get it again, and if that doesn't help, " + TELL, failure(entry(server.address("/altered"))));
        assertEquals("The archive of 'points' at " + server.address("/short") + " has " + (Files.size(archive) - 1)
            + " bytes and not the " + Files.size(archive) + " of the catalogue: don't use it, and " + TELL,
            failure(entry(server.address("/short"))));
        assertEquals(0, kept());
        assertNothingInstalled();
        assertEquals("The model 'points' can't be downloaded: " + server.address("/absent")
            + " answers with status 404; try again later, or use an offline folder.",
            failure(entry(server.address("/absent"))));
    }

    @Test
    void followsOnlySafeRedirects() throws IOException {
        for (final Map.Entry<String, String> bad : Map.of("/elsewhere", "http://models.example.org/whole", "/file",
            "file:///etc/hostname").entrySet())
            assertEquals("The model 'points' can't be downloaded: " + server.address(bad.getKey()) + " leads to "
                + bad.getValue() + ", which isn't safe; " + TELL, failure(entry(server.address(bad.getKey()))));
        assertEquals("The model 'points' can't be downloaded: " + server.address("/round")
            + " leads on more than 5 times; " + TELL, failure(entry(server.address("/round"))));
        assertEquals(8, server.requests.size());
        assertNothingInstalled();
    }

    @Test
    void saysThatThereIsNoNetwork() throws IOException {
        final int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        final URI nobody = URI.create("http://localhost:" + closed + "/points.zip");
        assertEquals("The model 'points' can't be downloaded from " + nobody + " (Connection refused): "
            + "check the network and the proxy and try again, which goes on where it stopped, or use an offline "
            + "folder.", failure(entry(nobody)));
        final URI unknown = URI.create("https://no.such.invalid/points.zip");
        assertTrue(failure(entry(unknown)).contains("(the server no.such.invalid isn't known)"),
            failure(entry(unknown)));
        assertNothingInstalled();
    }

    /** The next address is tried; proxies know servers that nobody else does. */
    @Test
    void usesProxiesAndSeveralAddresses() throws IOException {
        final URI inside = URI.create("http://models.invalid/stops");
        final Optional<String> proxy = Optional.of("localhost:" + server.port());
        assertThrows(AffectException.class,
            () -> new ModelDownload(new ModelStore(), Optional.empty(), proxy).install(entry(inside), Progress.NONE));
        assertEquals(List.of(inside + " null"), server.requests);
        System.setProperty("http.proxyHost", "localhost");
        System.setProperty("http.proxyPort", Integer.toString(server.port()));
        install(entry(server.address("/absent"), URI.create("http://models.invalid/whole")), Progress.NONE);
        assertTrue(server.requests.get(1).startsWith("http://models.invalid/whole bytes="), server.requests.toString());
        assertTrue(Files.exists(folder.resolve("models/points/saved_model.pb")));
        assertEquals("The proxy can't be 'proxy': give HOST:PORT, such as proxy.example.org:3128.",
            assertThrows(AffectException.class, () -> new ModelDownload(new ModelStore(), Optional.empty(),
                Optional.of("proxy"))).getMessage());
    }

    @Test
    void takesArchivesFromAFolder() throws IOException {
        final ModelDownload offline = new ModelDownload(new ModelStore(), Optional.of(folder), Optional.empty());
        final CatalogueEntry entry = entry(server.address("/whole"));
        final Path elsewhere = Files.createDirectories(folder.resolve("empty"));
        assertEquals("The folder " + elsewhere + " has no points-1.0.zip: put the archive of the model "
            + "'points' there, or download it.",
            assertThrows(AffectException.class, () -> new ModelDownload(new ModelStore(),
                Optional.of(elsewhere), Optional.empty()).install(entry, Progress.NONE)).getMessage());
        final byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, java.util.Arrays.copyOf(bytes, 1000));
        assertEquals("The file " + archive + " has 1000 bytes and not the " + bytes.length
            + " of the catalogue: get it again.", assertThrows(AffectException.class,
                () -> offline.install(entry, Progress.NONE)).getMessage());
        assertFalse(Files.exists(folder.resolve("models")));
        Files.write(archive, bytes);
        offline.install(entry, Progress.NONE);
        assertTrue(Files.exists(archive) && Files.exists(folder.resolve("models/points/model.json")));
        assertEquals(List.of(), server.requests);
    }

    @Test
    void refusesAnotherModelThanItsName() throws IOException {
        final Path other = Archives.model(folder.resolve("other.zip"), "other");
        try (ArchiveServer others = new ArchiveServer(other)) {
            assertEquals("The archive of 'points' 1.0 holds the model 'other' 1.0: " + TELL,
                failure(entry(other, others.address("/whole"))));
        }
    }
}
