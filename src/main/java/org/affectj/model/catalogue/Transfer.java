package org.affectj.model.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.affectj.AffectException;
import org.affectj.Progress;

/**
 * Brings a file of known size from a web server. What has come stays when a transfer stops, and the next one goes on
 * from there (RFC 9110, section 14).
 *
 * @param name what is transferred, for people
 * @param size of the whole file in bytes
 * @param proxy the way to the server; what Java's own properties say where empty
 */
record Transfer(String name, long size, Optional<Proxy> proxy) {

    private static final int REDIRECTS = 5;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** @return whether files can be transferred from there */
    static boolean isWeb(final URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    /**
     * Transfers the rest of a file.
     *
     * @param from where the file lies
     * @param to the beginning of the file, or nothing yet; has {@link #size} bytes afterwards
     * @throws AffectException if it can't be had from there, or is of another size
     * @throws java.util.concurrent.CancellationException if the user had enough
     */
    void run(final URI from, final Path to, final Progress progress) {
        try {
            final long there = Files.exists(to) ? Files.size(to) : 0;
            if (there > size) Files.delete(to);
            if (there != size) receive(from, to, there > size ? 0 : there, progress);
        } catch (final IOException e) {
            throw new AffectException("The model '" + name + "' can't be downloaded from " + from + " (" + reason(e)
                + "): check the network and the proxy and try again, which goes on where it stopped, or use an "
                + "offline folder.", e);
        }
    }

    private void receive(final URI from, final Path to, final long there, final Progress progress) throws IOException {
        final HttpURLConnection connection = connect(from, there);
        try {
            final int status = connection.getResponseCode();
            if (status == RANGE_NOT_SATISFIABLE) throw wrongSize(from, "fewer bytes");
            if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL)
                throw new AffectException("The model '" + name + "' can't be downloaded: " + from
                    + " answers with status " + status + "; try again later, or use an offline folder.");
            final boolean resumes = isRest(connection, there);
            final long announced = connection.getContentLengthLong();
            if (announced >= 0 && announced != size - (resumes ? there : 0))
                throw wrongSize(from, announced + (resumes ? there : 0) + " bytes");
            try (InputStream in = connection.getInputStream();
                    OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        resumes ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                copy(in, out, resumes ? there : 0, from, progress);
            }
        } finally {
            connection.disconnect();
        }
    }

    private void copy(final InputStream in, final OutputStream out, final long from, final URI server,
        final Progress progress) throws IOException {
        final byte[] buffer = new byte[1 << 16];
        long done = from;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            done += read;
            if (done > size) throw wrongSize(server, "more bytes");
            progress.update(done >> 10, size >> 10, "kB of " + name + " from " + server.getHost());
            progress.throwIfCancelled();
        }
        if (done < size) throw new IOException("it stopped after " + done + " of " + size + " bytes");
    }

    /** @return whether a server sends what is still missing; many send the whole file whatever they are asked */
    private static boolean isRest(final HttpURLConnection connection, final long there) throws IOException {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_PARTIAL) return false;
        final String range = connection.getHeaderField("Content-Range");
        if (range == null || !range.startsWith("bytes " + there + "-"))
            throw new IOException("it sends another part than was asked for");
        return true;
    }

    private HttpURLConnection connect(final URI from, final long there) throws IOException {
        URI address = from;
        for (int redirect = 0; redirect <= REDIRECTS; redirect++) {
            final HttpURLConnection connection = open(address);
            if (there > 0) connection.setRequestProperty("Range", "bytes=" + there + "-");
            final String location = connection.getHeaderField("Location");
            if (connection.getResponseCode() / 100 != 3 || location == null) return connection;
            connection.disconnect();
            address = follow(from, address, location);
        }
        throw new AffectException("The model '" + name + "' can't be downloaded: " + from + " leads on more than "
            + REDIRECTS + " times; tell the maintainers of the catalogue.");
    }

    private HttpURLConnection open(final URI address) throws IOException {
        final HttpURLConnection connection = (HttpURLConnection) (proxy.isPresent()
            ? address.toURL().openConnection(proxy.get()) : address.toURL().openConnection());
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept-Encoding", "identity");
        return connection;
    }

    /** A server may lead on to a secure address, or to itself over the same protocol. */
    private URI follow(final URI from, final URI address, final String location) {
        try {
            final URI next = address.resolve(location);
            if (isWeb(next) && ("https".equals(next.getScheme())
                || next.getScheme().equals(address.getScheme()) && next.getHost().equals(address.getHost())))
                return next;
        } catch (final IllegalArgumentException e) {
            throw astray(from, location, e);
        }
        throw astray(from, location, null);
    }

    private AffectException astray(final URI from, final String location, final Exception cause) {
        return new AffectException("The model '" + name + "' can't be downloaded: " + from + " leads to " + location
            + ", which isn't safe; tell the maintainers of the catalogue.", cause);
    }

    private AffectException wrongSize(final URI from, final String bytes) {
        return new WrongFileException("The archive of '" + name + "' at " + from + " has " + bytes
            + " and not the " + size + " of the catalogue: don't use it, and tell the maintainers of the catalogue.");
    }

    private static String reason(final IOException problem) {
        return problem.getMessage() == null ? problem.getClass().getSimpleName()
            : problem instanceof java.net.UnknownHostException ? "the server " + problem.getMessage() + " isn't known"
                : problem.getMessage();
    }
}
