package org.affectj.model.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.affectj.AffectException;
import org.affectj.AffectFolders;
import org.affectj.Progress;
import org.affectj.Sha256;
import org.affectj.model.ModelFolder;
import org.affectj.model.ModelStore;

/**
 * Installs models of a {@link Catalogue}. An archive is used only if its size and SHA-256 are the catalogue's; a model
 * is installed whole or not at all. What has come of an archive stays when a download stops, and the next one goes on.
 */
public final class ModelDownload {

    private static final Pattern PROXY = Pattern.compile("(?:http://)?([^:/\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})/?");

    private final ModelStore store;
    private final Optional<Path> offline;
    private final Optional<Proxy> proxy;

    /**
     * @param store where models are installed
     * @param offline a folder to take archives from, by {@link CatalogueEntry#archive()}; nothing is downloaded then
     * @param proxy {@code HOST:PORT} of an HTTP proxy; without, what Java's own properties ({@code https.proxyHost},
     *            …) say
     * @throws AffectException if the proxy isn't written so
     */
    public ModelDownload(final ModelStore store, final Optional<Path> offline, final Optional<String> proxy) {
        this.store = store;
        this.offline = offline;
        this.proxy = proxy.map(ModelDownload::proxy);
    }

    private static Proxy proxy(final String text) {
        final Matcher parts = PROXY.matcher(text.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65535)
            throw new AffectException("The proxy can't be '" + text
                + "': give HOST:PORT, such as proxy.example.org:3128.");
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2))));
    }

    /**
     * Brings a model here and installs it.
     *
     * @param model of the catalogue
     * @param progress told of kilobytes
     * @return the installed model
     * @throws AffectException if it can't be had, isn't what the catalogue says, or can't be installed
     * @throws java.util.concurrent.CancellationException if the user had enough
     */
    public ModelFolder install(final CatalogueEntry model, final Progress progress) {
        if (model.bundled())
            throw new AffectException("The model '" + model.name()
                + "' comes with AffectJ: there is nothing to download.");
        store.checkFree(model.name());
        return offline.isPresent() ? installed(model, present(model, offline.get())) : downloaded(model, progress);
    }

    private static Path present(final CatalogueEntry model, final Path folder) {
        final Path archive = folder.resolve(model.archive());
        if (!Files.isRegularFile(archive))
            throw new AffectException("The folder " + folder + " has no " + model.archive()
                + ": put the archive of the model '" + model.name() + "' there, or download it.");
        check(model, archive);
        return archive;
    }

    private ModelFolder downloaded(final CatalogueEntry model, final Progress progress) {
        final Path part = AffectFolders.cache().resolve("downloads").resolve(
            model.sha256().substring(0, 16) + "-" + model.archive() + ".part");
        try {
            Files.createDirectories(part.getParent());
            try (FileChannel channel = FileChannel.open(part.resolveSibling(part.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = lock(channel, model)) {
                transfer(model, part, progress);
                final ModelFolder installed = installed(model, part);
                Files.delete(part);
                return installed;
            }
        } catch (final IOException e) {
            throw new AffectException("The model '" + model.name() + "' can't be kept in " + part.getParent()
                + " while it is downloaded: see that the folder is writable and that the disk isn't full.", e);
        }
    }

    private static FileLock lock(final FileChannel channel, final CatalogueEntry model) throws IOException {
        final AffectException busy = new AffectException("The model '" + model.name()
            + "' is being downloaded by another AffectJ: wait for that one.");
        try {
            return Optional.ofNullable(channel.tryLock()).orElseThrow(() -> busy);
        } catch (final OverlappingFileLockException e) {
            throw busy;
        }
    }

    /** Tries one address after the other; the last one's failure is what the user gets to know. */
    private void transfer(final CatalogueEntry model, final Path part, final Progress progress) throws IOException {
        final Transfer transfer = new Transfer(model.name(), model.size(), proxy);
        AffectException failure = null;
        for (final URI url : model.urls()) {
            try {
                transfer.run(url, part, progress);
                check(model, part);
                return;
            } catch (final WrongFileException e) {
                Files.deleteIfExists(part);
                failure = e;
            } catch (final AffectException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static void check(final CatalogueEntry model, final Path archive) {
        try (InputStream in = Files.newInputStream(archive)) {
            if (Files.size(archive) != model.size())
                throw new WrongFileException("The file " + archive + " has " + Files.size(archive)
                    + " bytes and not the " + model.size() + " of the catalogue: get it again.");
            if (!Sha256.of(in).equals(model.sha256()))
                throw new WrongFileException("The archive of '" + model.name()
                    + "' isn't the one that the catalogue names, as its SHA-256 differs: get it again, and if that "
                    + "doesn't help, tell the maintainers of the catalogue.");
        } catch (final IOException e) {
            throw new AffectException("The file " + archive + " can't be read: check its permissions.", e);
        }
    }

    private ModelFolder installed(final CatalogueEntry model, final Path archive) {
        return store.install(archive, found -> {
            if (!found.name().equals(model.name()) || !found.version().equals(model.version()))
                throw new AffectException("The archive of '" + model.name() + "' " + model.version()
                    + " holds the model '" + found.name() + "' " + found.version()
                    + ": tell the maintainers of the catalogue.");
        });
    }
}
