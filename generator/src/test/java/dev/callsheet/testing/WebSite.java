package dev.callsheet.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of this machine with a site under {@code /repo/}: answers as it is told, and remembers what was asked. */
public final class WebSite implements AutoCloseable {

    public static final String FOLDER = "/repo/data/history/";
    public static final String INDEX = FOLDER + "index.json";

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> headers = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String host;

    public WebSite() {
        this("127.0.0.1");
    }

    /** @param host an address of this machine, as it stands in the address of a site */
    public WebSite(String host) {
        this.host = host;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String origin() {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** The address of the site, with a slash at its end. */
    public String address() {
        return origin() + "/repo/";
    }

    public WebSite on(String path, HttpHandler answer) {
        answers.put(path, answer);
        return this;
    }

    public WebSite on(String path, int status, byte[] body) {
        return on(path, exchange -> send(exchange, status, "application/octet-stream", body));
    }

    /** Puts the files of a site under {@code /repo/}, over what is there. */
    public WebSite publish(Map<String, byte[]> files) {
        files.forEach((path, content) -> on("/repo/" + path, 200, content));
        return this;
    }

    /** Answers with one after the other, then for ever with the last. */
    public WebSite onEach(String path, HttpHandler... each) {
        List<HttpHandler> left = Collections.synchronizedList(new ArrayList<>(List.of(each)));
        return on(path, exchange -> (left.size() > 1 ? left.remove(0) : left.get(0)).handle(exchange));
    }

    public WebSite redirect(String path, int status, String target) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** Paths with their queries, in the order of arrival. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public long asked(String path) {
        return asked().stream()
                .filter(address -> address.replaceFirst("\\?.*", "").equals(path))
                .count();
    }

    /** Names and values of the headers of all requests. */
    public List<String> headers() {
        return List.copyOf(headers);
    }

    public static HttpHandler answering(int status, byte[] body) {
        return exchange -> send(exchange, status, "application/octet-stream", body);
    }

    public static HttpHandler html(int status, String text) {
        return exchange -> send(exchange, status, "Text/HTML; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that is never whole: a begin, then more of it for ever, or nothing more. */
    public static HttpHandler endless(int status, boolean silent) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            try {
                do {
                    exchange.getResponseBody().write(new byte[100]);
                    exchange.getResponseBody().flush();
                    Thread.sleep(silent ? 60_000 : 1);
                } while (true);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        try (exchange) {
            answers.getOrDefault(exchange.getRequestURI().getPath(), html(404, "<h1>Not found</h1>"))
                    .handle(exchange);
        }
    }
}
