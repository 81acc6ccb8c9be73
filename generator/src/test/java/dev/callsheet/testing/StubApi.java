package dev.callsheet.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.testing.StubFaults.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the Agent Testing API that Callsheet reads, served on 127.0.0.1 from a directory of results, with faults on
 * request. docs/try-fetch.md has a user compile it, so it and what it uses need only the JDK and what is in Callsheet's jar.
 */
public final class StubApi implements AutoCloseable {

    private static final String ROOT = "/v1/agent-testing/";
    private static final Pattern ONE = Pattern.compile(ROOT + "(runs|scenarios|batches|simulation-sets)/([^/]+)");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final String USAGE =
            "usage: StubApi DIRECTORY [--port 8787] [--envelope data|bare] [--runs N] [--faults FAULTS]\n"
                    + StubFaults.USAGE;

    static {
        // Else head and body of an answer leave as two packets, and the second may wait 40 ms for word of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final StubResults results;
    private final AtomicInteger pagesOfRuns = new AtomicInteger();
    private final Map<String, Integer> timesAsked = new ConcurrentHashMap<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Set<String> keysSeen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final LongAccumulator mostOpen = new LongAccumulator(Long::max, 0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create();

    private volatile StubFaults faults = StubFaults.parse("");
    private volatile boolean bare;
    private volatile @Nullable String key;

    /** A request, by its address with query, and how it was answered: 0 where the connection was closed instead. */
    public record Asked(String address, int status) {

        /** Status and path, without what differs from one request of a kind to the next. */
        String kind() {
            String path = address.replaceFirst("\\?.*", "").replaceFirst("^(" + ROOT + "[^/]+/).+", "$1{id}");
            return (status == 0 ? "---" : status) + " " + path;
        }
    }

    private record Answer(int status, JsonNode body) {}

    /** Serves every {@code .json}, {@code .ndjson} and {@code .jsonl} below the directory, each also as {@code .gz}. */
    public StubApi(Path directory) throws IOException {
        results = new StubResults(directory);
    }

    /** Copies runs under new ids, to nights and batches before the first, until there are so many. */
    public StubApi runs(int wanted) {
        results.copyUntil(wanted);
        return this;
    }

    /** From now on makes the faults of such a list as {@code 429=5,reset=1}, and no others; see {@link StubFaults}. */
    public StubApi faults(String list) {
        faults = StubFaults.parse(list);
        results.delay(faults.of(Kind.RUNNING));
        return this;
    }

    /** Lets only this key in; before, any is. */
    public StubApi key(String only) {
        key = only;
        return this;
    }

    /**
     * Puts answers into the envelope that the API's clients see, or serves them as its documentation shows them.
     *
     * @param name {@code data}, as at first, or {@code bare}
     */
    public StubApi envelope(String name) {
        if (!Set.of("data", "bare").contains(name)) {
            throw new IllegalArgumentException("unknown envelope: " + name);
        }
        bare = name.equals("bare");
        return this;
    }

    /** Begins to answer, at this port or, for 0, at any that is free. */
    public StubApi start(int port) throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return this;
    }

    /** Scheme, host and port. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All requests so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many requests there were so far whose address goes on like this behind the root: {@code runs?}, {@code runs/}. */
    public long asked(String beginning) {
        return asked.stream()
                .filter(one -> one.address().startsWith(ROOT + beginning))
                .count();
    }

    /** The most requests that were in work at one time. */
    public int mostOpen() {
        return mostOpen.intValue();
    }

    /** All values of the header {@code authorization} so far. */
    public Set<String> keysSeen() {
        return Set.copyOf(keysSeen);
    }

    /** How many requests there were, then those of each status and path in a line. */
    public String counts() {
        StringBuilder lines =
                new StringBuilder("%6d requests, at most %d at a time%n".formatted(asked.size(), mostOpen()));
        asked.stream()
                .collect(Collectors.groupingBy(Asked::kind, TreeMap::new, Collectors.counting()))
                .forEach((kind, count) -> lines.append("%6d %s%n".formatted(count, kind)));
        return lines.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostOpen.accumulate(open.incrementAndGet());
        String address = exchange.getRequestURI().toString();
        try (exchange) {
            Thread.sleep(faults.of(Kind.LATENCY));
            SplittableRandom dice = faults.dice(address, timesAsked.merge(address, 1, Integer::sum));
            @Nullable Kind fault = faults.drawn(dice).orElse(null);
            Answer answer = answer(exchange, fault);
            // Both before the answer is out, so that whoever has it finds them done.
            asked.add(new Asked(address, fault == Kind.RESET ? 0 : answer.status()));
            open.decrementAndGet();
            if (fault != Kind.RESET) {
                send(exchange, answer, fault == Kind.TRUNCATED, dice);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, @Nullable Kind fault) {
        String sent = exchange.getRequestHeaders().getFirst("authorization");
        if (sent != null) {
            keysSeen.add(sent);
        }
        if (sent == null || (key != null && !sent.equals(key))) {
            return error(401, "UNAUTHORIZED", "The key is missing or wrong.");
        }
        if (fault == Kind.TOO_MANY) {
            return error(429, "RATE_LIMIT_EXCEEDED", "Too many requests.");
        }
        if (fault == Kind.FAILURE) {
            return error(500, "INTERNAL_ERROR", "Something went wrong.");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return error(405, "METHOD_NOT_ALLOWED", "Results are only read here.");
        }
        try {
            JsonNode found = find(exchange.getRequestURI());
            return found == null ? error(404, "NOT_FOUND", "There is no such thing.") : new Answer(200, found);
        } catch (IllegalArgumentException e) {
            return error(400, "BAD_REQUEST", String.valueOf(e.getMessage()));
        }
    }

    private static Answer error(int status, String code, String message) {
        ObjectNode body = StubResults.JSON.createObjectNode().putNull("data");
        body.putArray("errors").addObject().put("error", code).put("message", message);
        return new Answer(status, body);
    }

    private @Nullable JsonNode find(URI address) {
        String path = address.getRawPath();
        Map<String, String> query = query(address.getRawQuery());
        if (path.equals(ROOT + "runs")) {
            return wrapped(listOfRuns(query));
        }
        if (path.equals(ROOT + "scenarios")) {
            JsonNode list = results.scenarioList(query);
            return wrapped(bare ? StubResults.JSON.createObjectNode().set("scenarios", list) : list);
        }
        Matcher one = ONE.matcher(path);
        JsonNode found = one.matches() ? find(one.group(1), decoded(one.group(2).replace("+", "%2B"))) : null;
        return found == null ? null : wrapped(found);
    }

    private @Nullable JsonNode find(String kind, String id) {
        return switch (kind) {
            case "runs" -> results.run(id);
            case "scenarios" -> results.scenario(id);
            case "batches" -> results.batch(id);
            default -> results.simulationSet(id);
        };
    }

    private JsonNode listOfRuns(Map<String, String> query) {
        int page = pagesOfRuns.incrementAndGet();
        if (faults.isDue(Kind.VANISH, page)) {
            results.removeNewestRun();
        }
        if (faults.isDue(Kind.DRIFT, page)) {
            results.addNewRun();
        }
        return results.runList(query);
    }

    private JsonNode wrapped(JsonNode found) {
        ObjectNode envelope = StubResults.JSON.createObjectNode();
        envelope.set("data", found);
        return bare ? found : envelope.putNull("errors");
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&", -1))) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, Math.max(equals, 0)), decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A truncated answer either ends before its announced length, or is announced to be as short as it is. */
    private void send(HttpExchange exchange, Answer answer, boolean truncated, SplittableRandom dice)
            throws IOException {
        byte[] body = StubResults.JSON.writeValueAsBytes(answer.body());
        int sent = truncated ? body.length / 2 : body.length;
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        int wait = faults.of(Kind.RETRY_AFTER);
        if (answer.status() == 429 && wait > 0) {
            String date = HTTP_DATE.format(Instant.now().plusSeconds(wait));
            exchange.getResponseHeaders().set("Retry-After", dice.nextBoolean() ? date : String.valueOf(wait));
        }
        exchange.sendResponseHeaders(answer.status(), dice.nextBoolean() ? sent : body.length);
        exchange.getResponseBody().write(body, 0, sent);
        exchange.getResponseBody().flush();
    }

    public static void main(String... args) {
        try {
            StubApi api = started(List.of(args));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print(api.counts())));
            System.out.printf(
                    "%d runs at %s until Ctrl-C. In another terminal: BLAND_BASE_URL=%2$s BLAND_API_KEY=any ./callsheet fetch -o data%n",
                    api.results.countRuns(), api.address());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    private static StubApi started(List<String> args) throws IOException {
        if (args.size() % 2 == 0) {
            throw new IllegalArgumentException("expected a directory, then options with a value each");
        }
        StubApi api = new StubApi(Path.of(args.get(0)));
        int port = 8787;
        for (int i = 1; i < args.size(); i += 2) {
            String value = args.get(i + 1);
            switch (args.get(i)) {
                case "--port" -> port = StubResults.number(value, 0, 65_535);
                case "--runs" -> api.runs(StubResults.number(value, 1, 1_000_000));
                case "--faults" -> api.faults(value);
                case "--envelope" -> api.envelope(value);
                default -> throw new IllegalArgumentException("unknown option: " + args.get(i));
            }
        }
        return api.start(port);
    }
}
