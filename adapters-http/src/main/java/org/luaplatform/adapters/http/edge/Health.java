package org.luaplatform.adapters.http.edge;

import java.util.List;

/// What load balancers and operators ask: does it live, has it started, does it take requests. None of them needs a
/// key, and none is refused when the server has too much to do.
public final class Health implements Routes {

    /// Something that the server cannot work without.
    ///
    /// @param name what it is, such as `MongoDB`
    /// @param probe asks it; must answer within a second or two
    public record Check(String name, Probe probe) {}

    /// Answers whether a dependency is there. An exception means no.
    @FunctionalInterface
    public interface Probe {
        boolean isReady();
    }

    private static final System.Logger LOGGER = System.getLogger(Health.class.getName());

    private final List<Check> checks;
    private volatile boolean started;
    private volatile boolean draining;

    public Health(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    public void started() {
        started = true;
    }

    /// From now on it is not ready, so that no new requests are sent here.
    public void draining() {
        draining = true;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        // Being alive asks nothing: to restart the server does not bring its database back.
        routes.add(Route.get("/health/live", _ -> status(true, List.of()))
                .as(Load.PROBE)
                .forEverybody());
        routes.add(Route.get("/health/started", _ -> status(started, List.of()))
                .as(Load.PROBE)
                .forEverybody());
        routes.add(Route.get("/health/ready", _ -> ready()).as(Load.PROBE).forEverybody());
    }

    private Reply ready() {
        List<Result> results = checks.stream()
                .map(check -> new Result(check.name(), isReady(check)))
                .toList();
        return status(started && !draining && results.stream().allMatch(Result::ready), results);
    }

    private static boolean isReady(Check check) {
        try {
            return check.probe().isReady();
        } catch (RuntimeException failure) {
            LOGGER.log(System.Logger.Level.DEBUG, check.name() + " is not ready", failure);
            return false;
        }
    }

    private static Reply status(boolean up, List<Result> results) {
        var json = new JsonWriter(128).startObject().field("status", word(up));
        if (!results.isEmpty()) {
            json.startArray("checks");
            for (Result result : results) {
                json.startObject()
                        .field("name", result.name())
                        .field("status", word(result.ready()))
                        .endObject();
            }
            json.endArray();
        }
        return Reply.json(up ? 200 : 503, json.endObject());
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }

    private record Result(String name, boolean ready) {}
}
