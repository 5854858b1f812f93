package org.luaplatform.adapters.http.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All places of the API, as a tree of path segments: a look-up costs the length of the path, not the number of
/// routes, and knows which methods a place has when it lacks the one that was asked for. A fixed segment wins over
/// a variable.
public final class RouteTable {

    private final Node root;
    private final List<Route> routes;

    private RouteTable(Node root, List<Route> routes) {
        this.root = root;
        this.routes = List.copyOf(routes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// All routes in the order of their declaration.
    public List<Route> routes() {
        return routes;
    }

    /// The place at a path as it came over the wire; empty if there is none.
    Optional<Place> find(String rawPath) {
        if (rawPath.isEmpty() || rawPath.charAt(0) != '/') {
            return Optional.empty();
        }
        Node node = root;
        List<String> values = new ArrayList<>(4);
        int from = 1;
        while (from <= rawPath.length()) {
            int slash = rawPath.indexOf('/', from);
            int to = slash < 0 ? rawPath.length() : slash;
            String segment = rawPath.substring(from, to);
            Node next = node.fixed.get(segment);
            if (next == null && node.variable != null && !segment.isEmpty()) {
                next = node.variable;
                values.add(segment);
            }
            if (next == null) {
                return Optional.empty();
            }
            node = next;
            from = to + 1;
        }
        return node.byMethod.isEmpty() ? Optional.empty() : Optional.of(new Place(node.byMethod, values));
    }

    static List<String> segments(String template) {
        return template.isEmpty() ? List.of() : List.of(template.substring(1).split("/", -1));
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /// @param byMethod the routes at this place
    /// @param values what stands for the template's variables, in their order, still percent-encoded
    record Place(Map<String, Route> byMethod, List<String> values) {

        /// The route for a method; what is there to `GET` answers `HEAD`, unless it streams.
        Optional<Route> route(String method) {
            Route exact = byMethod.get(method);
            if (exact != null) {
                return Optional.of(exact);
            }
            return method.equals("HEAD")
                    ? Optional.ofNullable(byMethod.get("GET")).filter(Place::answersHead)
                    : Optional.empty();
        }

        /// The methods of this place, as the `Allow` header lists them.
        String allowed() {
            List<String> methods = new ArrayList<>(byMethod.keySet());
            if (Optional.ofNullable(byMethod.get("GET"))
                    .filter(Place::answersHead)
                    .isPresent()) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
            return methods.stream().distinct().sorted().collect(Collectors.joining(", "));
        }

        /// How long a stream will be is known only at its end.
        private static boolean answersHead(Route route) {
            return switch (route.load()) {
                case PROBE, QUICK -> true;
                case BULK, LIVE -> false;
            };
        }
    }

    private static final class Node {
        private final Map<String, Node> fixed = new HashMap<>();
        private final Map<String, Route> byMethod = new LinkedHashMap<>();
        private @Nullable Node variable;

        private Node child(String segment) {
            if (!isVariable(segment)) {
                return fixed.computeIfAbsent(segment, _ -> new Node());
            }
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }
    }

    /// Collects the routes of all resources.
    public static final class Builder {

        private final Node root = new Node();
        private final List<Route> routes = new ArrayList<>();

        private Builder() {}

        /// @throws IllegalArgumentException if there is a route for this method at this place
        public Builder add(Route route) {
            Node node = root;
            for (String segment : segments(route.template())) {
                node = node.child(segment);
            }
            if (node.byMethod.putIfAbsent(route.method(), route) != null) {
                throw new IllegalArgumentException("declared twice: " + route);
            }
            routes.add(route);
            return this;
        }

        public Builder addAll(Routes resource) {
            resource.declare(this);
            return this;
        }

        public RouteTable build() {
            return new RouteTable(root, Collections.unmodifiableList(routes));
        }
    }
}
