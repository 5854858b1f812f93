import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Kills the server by `kill -9` at random moments under load, again and again, and then asks whether it kept its word: no acknowledged
/// feedback lost, none analysed or counted twice, no delivery enqueued twice, every delivery told under one id.
///
///     ./lua crash-test [--rounds 20] [--seed N]      on SQLite; with MONGO_URI and REDIS_URI set, on those, with two servers
///
/// Needs nothing but a JDK and the built server. Everything goes over loopback.
public final class CrashTest {

    private static final int CLIENTS = 16;
    private static final int SHORTEST_LIFE_MILLIS = 400;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern ID = Pattern.compile("\"id\":\"([a-z0-9]+)\"");
    private static final Pattern READY =
            Pattern.compile("\"url\":\"([^\"]+)\",\"organization\":\"([^\"]+)\"(?:,\"apiKey\":\"([^\"]+)\")?");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Random random;
    private final Path data = Files.createTempDirectory("lua-crash");
    private final boolean replicated = System.getenv("MONGO_URI") != null;
    private final Server[] servers;

    /// Feedback that the server acknowledged, and the key of the request that brought it.
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /// The message ids that the receiver saw, by the feedback that they were about.
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    private final AtomicBoolean loading = new AtomicBoolean(true);
    private final AtomicLong requests = new AtomicLong();
    private volatile String form = "";
    private String organization = "";
    private String key = "";

    private CrashTest(long seed) throws IOException {
        random = new Random(seed);
        servers = new Server[replicated ? 2 : 1];
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        long seed = Long.parseLong(options.getOrDefault("--seed", Long.toString(System.nanoTime())));
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "20"));
        System.out.printf("crash test: %d kills, seed %d%n", rounds, seed);
        boolean kept = new CrashTest(seed).run(rounds);
        System.exit(kept ? 0 : 1);
    }

    private boolean run(int rounds) throws Exception {
        HttpServer receiver = receiver();
        try {
            for (int i = 0; i < servers.length; i++) {
                servers[i] = new Server(i);
                servers[i].start();
            }
            setUp(receiver.getAddress().getPort());
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    int number = client;
                    clients.execute(() -> load(number));
                }
                for (int round = 1; round <= rounds; round++) {
                    Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
                    Server victim = servers[random.nextInt(servers.length)];
                    victim.kill();
                    System.out.printf(
                            "  kill %2d of %d: %,d acknowledged so far%n", round, rounds, acknowledged.size());
                    victim.start();
                }
                loading.set(false);
            }
            return verdict();
        } finally {
            for (Server server : servers) {
                if (server != null) {
                    server.kill();
                }
            }
            receiver.stop(0);
        }
    }

    /// A form that everybody may answer, and a rule that tells the receiver of every answer.
    private void setUp(int receiverPort) throws Exception {
        form = id(post("/api/v1/organizations/" + organization + "/forms", """
                {"title": "Crash test", "language": "en", "fields": [
                  {"key": "why", "type": "longText", "label": "Why?"},
                  {"key": "score", "type": "rating", "label": "Score", "scale": 5}]}"""));
        post("/api/v1/forms/" + form + "/publish", "");
        String destination = id(post("/api/v1/organizations/" + organization + "/destinations", """
                {"type": "webhook", "name": "Receiver", "url": "http://127.0.0.1:%d/"}""".formatted(receiverPort)));
        post("/api/v1/organizations/" + organization + "/rules", """
                {"name": "All", "when": "feedback.analysed", "conditions": [{"field": "form", "op": "is", "value": "%s"}],
                 "destinations": ["%s"]}""".formatted(form, destination));
    }

    private void load(int client) {
        for (long number = 0; loading.get(); number++) {
            String name = client + "-" + number;
            // A client that gets no answer asks again under the same key until it gets one: the real thing.
            while (!send(name)) {
                if (!loading.get()) {
                    return;
                }
                sleep(50);
            }
            requests.incrementAndGet();
        }
    }

    private boolean send(String name) {
        String body = "{\"answers\": {\"why\": \"The staff of ward %s were kind, but the waiting was long.\", \"score\": %d}}"
                .formatted(name, 1 + Math.floorMod(name.hashCode(), 5));
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    servers[Math.floorMod(name.hashCode(), servers.length)].url + "/api/v1/forms/" + form
                                            + "/feedback"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", name)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                acknowledged.put(id(answer.body()), name);
                return true;
            }
            return false;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean verdict() throws Exception {
        List<String> broken = new ArrayList<>();
        long stored = awaitQuiet(broken);
        Set<String> present = Set.copyOf(ids(get("/api/v1/organizations/" + organization
                + "/exports/feedback?format=ndjson&form=" + form)));
        long lost = acknowledged.keySet().stream().filter(id -> !present.contains(id)).count();
        check(lost == 0, lost + " acknowledged feedbacks are lost", broken);
        long keys = acknowledged.values().stream().distinct().count();
        check(keys == acknowledged.size(), "one request made two feedbacks", broken);
        check(stored == present.size(), "counted " + stored + ", stored " + present.size(), broken);
        Map<String, Long> deliveries = deliveries();
        check(
                deliveries.keySet().equals(present),
                "deliveries for " + deliveries.size() + " of " + present.size() + " feedbacks",
                broken);
        long twice = deliveries.values().stream().filter(count -> count > 1).count();
        check(twice == 0, twice + " feedbacks have more than one delivery", broken);
        long untold = present.stream().filter(id -> !told.containsKey(id)).count();
        check(untold == 0, untold + " feedbacks were not told to the receiver", broken);
        long renamed = told.values().stream().filter(ids -> ids.size() > 1).count();
        check(renamed == 0, renamed + " feedbacks were told under more than one message id", broken);
        System.out.printf(
                "%,d requests, %,d acknowledged, %,d stored, %,d counted, %,d deliveries, %,d told%n",
                requests.get(), acknowledged.size(), present.size(), stored, deliveries.size(), told.size());
        broken.forEach(promise -> System.out.println("BROKEN: " + promise));
        System.out.println(broken.isEmpty() ? "every promise was kept" : "seed and data: " + data);
        return broken.isEmpty();
    }

    /// Waits until everything is analysed, counted and told, and answers how many were counted.
    private long awaitQuiet(List<String> broken) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        long before = -1;
        while (Instant.now().isBefore(end)) {
            long counted = counted();
            boolean pending = !ids(get("/api/v1/organizations/" + organization + "/deliveries?state=pending&limit=1"))
                    .isEmpty();
            if (!pending && counted >= acknowledged.size() && counted == before) {
                return counted;
            }
            before = counted;
            sleep(1_500);
        }
        broken.add("it did not come to rest within " + PATIENCE.toSeconds() + " s");
        return before;
    }

    private long counted() throws Exception {
        String statistics = get("/api/v1/organizations/" + organization + "/statistics/volume?interval=day&form=" + form);
        Matcher total = Pattern.compile("\"total\":\\{\"count\":(\\d+)").matcher(statistics);
        return total.find() ? Long.parseLong(total.group(1)) : -1;
    }

    /// How many deliveries there are by feedback.
    private Map<String, Long> deliveries() throws Exception {
        Map<String, Long> byFeedback = new HashMap<>();
        Optional<String> cursor = Optional.empty();
        do {
            String page = get("/api/v1/organizations/" + organization + "/deliveries?limit=200"
                    + cursor.map(value -> "&cursor=" + value).orElse(""));
            Matcher feedback = Pattern.compile("\"feedback(?:Id)?\":\"([a-z0-9]+)\"").matcher(page);
            while (feedback.find()) {
                byFeedback.merge(feedback.group(1), 1L, Long::sum);
            }
            Matcher next = Pattern.compile("\"nextCursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? Optional.of(next.group(1)) : Optional.empty();
        } while (cursor.isPresent());
        return byFeedback;
    }

    private HttpServer receiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String message = exchange.getRequestHeaders().getFirst("webhook-id");
            Matcher feedback = ID.matcher(body);
            if (feedback.find()) {
                told.computeIfAbsent(feedback.group(1), _ -> ConcurrentHashMap.newKeySet()).add(message);
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private String get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(servers[0].url + path)).GET());
    }

    private String post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(servers[0].url + path));
        return answer(
                body.isEmpty()
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(
                request.timeout(Duration.ofMinutes(2)).header("Authorization", "Bearer " + key).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalStateException("no id in " + json);
        }
        return id.group(1);
    }

    /// The first id of each line, or of each item of a list.
    private static List<String> ids(String json) {
        List<String> ids = new ArrayList<>();
        for (String line : json.split("\n", -1)) {
            Matcher id = ID.matcher(line);
            if (id.find()) {
                ids.add(id.group(1));
            }
        }
        return ids;
    }

    private static void check(boolean holds, String promise, List<String> broken) {
        if (!holds) {
            broken.add(promise);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One server process on its own port, which is the same after each restart.
    private final class Server {

        private final Path folder;
        private final int port;
        private volatile String url;
        private Process process;

        Server(int number) throws IOException {
            folder = data.resolve("server-" + number);
            try (var free = new java.net.ServerSocket(0)) {
                port = free.getLocalPort();
            }
            url = "http://127.0.0.1:" + port;
        }

        void start() throws IOException {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-jar",
                    System.getProperty("lua.jar", "bootstrap/target/app/luaplatform.jar"),
                    "run",
                    "--json",
                    "--port",
                    Integer.toString(port),
                    "--data",
                    folder.toString());
            builder.environment().put("LUA_COLLECT_LIMIT", "0");
            builder.environment().put("LUA_ALLOWED_TARGETS", "127.0.0.0/8");
            builder.redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
            process = builder.start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    organization = ready.group(2);
                    if (ready.group(3) != null) {
                        key = ready.group(3);
                    }
                    return;
                }
            }
            throw new IllegalStateException("the server did not start; see " + data.resolve("server.log"));
        }

        void kill() {
            try {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
