package dev.callsheet.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a folder of this machine, under an address of its own. */
public final class StaticServer implements AutoCloseable {

    /** Answered with nothing, since browsers ask for it of their own accord. */
    static final String ICON = "/favicon.ico";

    /** As a project's page on a forge is served. */
    public static final String PROJECT = "/repo/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "svg", "image/svg+xml");

    private final Path root;
    private final String context;
    private final Map<String, String> headers;
    private final HttpServer server;

    /**
     * Starts a server on a free port.
     *
     * @param context where the folder stands: a path with a slash at its end
     * @param headers sent with every answer, beside the content type
     */
    public StaticServer(Path root, String context, Map<String, String> headers) {
        this.root = root;
        this.context = context;
        this.headers = headers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(context, this::answer);
        server.createContext(ICON, exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** The address of the folder, with a slash at its end. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + context;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(context.length()))
                    .normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            String name = file.toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
