package org.affectj.model.catalogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A web server on this computer that serves one archive, in good ways and bad ones, and a proxy if asked as one. */
final class ArchiveServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** What was asked for: the address and the range. */
    final List<String> requests = new ArrayList<>();

    ArchiveServer(final Path archive) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        final byte[] bytes = Files.readAllBytes(archive);
        serve("/whole", exchange -> send(exchange, bytes, bytes.length));
        serve("/stops", exchange -> send(exchange, bytes, bytes.length / 3));
        serve("/altered", exchange -> {
            final byte[] altered = bytes.clone();
            altered[altered.length / 2] ^= 1;
            send(exchange, altered, altered.length);
        });
        serve("/short", exchange -> send(exchange, Arrays.copyOf(bytes, bytes.length - 1), bytes.length - 1));
        serve("/moved", exchange -> lead(exchange, "whole"));
        serve("/round", exchange -> lead(exchange, "/round"));
        serve("/elsewhere", exchange -> lead(exchange, "http://models.example.org/whole"));
        serve("/file", exchange -> lead(exchange, "file:///etc/hostname"));
        server.start();
    }

    private void serve(final String path, final HttpHandler handler) {
        server.createContext(path, exchange -> {
            synchronized (requests) {
                requests.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Range"));
            }
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    /** Sends what was asked for, and hangs up after some bytes of it. */
    private static void send(final HttpExchange exchange, final byte[] bytes, final int until) throws IOException {
        final String range = exchange.getRequestHeaders().getFirst("Range");
        final int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (range != null) exchange.getResponseHeaders().set("Content-Range",
            "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        exchange.sendResponseHeaders(range == null ? 200 : 206, bytes.length - from);
        exchange.getResponseBody().write(bytes, from, until - from);
    }

    private static void lead(final HttpExchange exchange, final String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    URI address(final String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
