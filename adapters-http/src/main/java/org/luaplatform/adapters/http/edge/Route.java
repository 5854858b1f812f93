package org.luaplatform.adapters.http.edge;

import java.util.ArrayList;
import java.util.List;

/// One method at one place of the API.
public final class Route {

    private final String method;
    private final String template;
    private final List<String> variables;
    private final List<String> parameters;
    private final String produces;
    private final boolean open;
    private final Load load;
    private final Endpoint endpoint;

    private Route(
            String method,
            String template,
            List<String> parameters,
            String produces,
            boolean open,
            Load load,
            Endpoint endpoint) {
        this.method = method;
        this.template = template;
        this.variables = variables(template);
        this.parameters = List.copyOf(parameters);
        this.produces = produces;
        this.open = open;
        this.load = load;
        this.endpoint = endpoint;
    }

    public static Route get(String template, Endpoint endpoint) {
        return of("GET", template, endpoint);
    }

    public static Route post(String template, Endpoint endpoint) {
        return of("POST", template, endpoint);
    }

    public static Route put(String template, Endpoint endpoint) {
        return of("PUT", template, endpoint);
    }

    public static Route delete(String template, Endpoint endpoint) {
        return of("DELETE", template, endpoint);
    }

    /// A place without parameters that answers JSON at once, to callers with a key.
    ///
    /// @param template the path with its variables in braces, such as `/api/v1/forms/{form}`
    public static Route of(String method, String template, Endpoint endpoint) {
        return new Route(method, template, List.of(), MediaTypes.JSON, false, Load.QUICK, endpoint);
    }

    /// The same place, with these parameters besides those that it has. A name that ends with `*` stands for all that
    /// begin so.
    public Route taking(String... names) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(List.of(names));
        return new Route(method, template, all, produces, open, load, endpoint);
    }

    /// A list that is read page by page.
    public Route paged() {
        return taking("limit", "cursor");
    }

    /// The same place with another type of answer; a client that does not accept it is refused.
    ///
    /// @param mediaType `*/*` is never refused
    public Route producing(String mediaType) {
        return new Route(method, template, parameters, mediaType, open, load, endpoint);
    }

    /// The same place, for everybody.
    public Route forEverybody() {
        return new Route(method, template, parameters, produces, true, load, endpoint);
    }

    public Route as(Load load) {
        return new Route(method, template, parameters, produces, open, load, endpoint);
    }

    /// Such as `GET`.
    public String method() {
        return method;
    }

    public String template() {
        return template;
    }

    /// What its address may carry behind the question mark.
    public List<String> parameters() {
        return parameters;
    }

    /// The media type of the answer.
    public String produces() {
        return produces;
    }

    /// Whether it answers callers without a key.
    public boolean open() {
        return open;
    }

    /// How much of the server it takes.
    public Load load() {
        return load;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// The names of the template's variables, in their order.
    List<String> variables() {
        return variables;
    }

    private static List<String> variables(String template) {
        List<String> names = new ArrayList<>();
        for (String segment : RouteTable.segments(template)) {
            if (RouteTable.isVariable(segment)) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
