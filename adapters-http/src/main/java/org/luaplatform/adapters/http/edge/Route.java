package org.luaplatform.adapters.http.edge;

import java.util.ArrayList;
import java.util.List;

/// One method at one place of the API.
///
/// @param method such as `GET`
/// @param template the path with its variables in braces, such as `/api/v1/forms/{form}`
/// @param parameters what its address may carry behind the question mark; a name that ends with `*` stands for all
///     that begin so
/// @param produces the media type of the answer; a client that does not accept it is refused. `*/*` is never
///     refused
/// @param open whether it answers callers without a key
/// @param load how much of the server it takes
/// @param endpoint answers it
public record Route(
        String method,
        String template,
        List<String> parameters,
        String produces,
        boolean open,
        Load load,
        Endpoint endpoint) {

    public Route {
        parameters = List.copyOf(parameters);
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

    public static Route of(String method, String template, Endpoint endpoint) {
        return new Route(method, template, List.of(), MediaTypes.JSON, false, Load.QUICK, endpoint);
    }

    /// The same place, with these parameters besides those that it has.
    public Route taking(String... names) {
        List<String> all = new ArrayList<>(parameters);
        all.addAll(List.of(names));
        return new Route(method, template, all, produces, open, load, endpoint);
    }

    /// A list that is read page by page.
    public Route paged() {
        return taking("limit", "cursor");
    }

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

    /// The names of the template's variables, in their order.
    List<String> variables() {
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
