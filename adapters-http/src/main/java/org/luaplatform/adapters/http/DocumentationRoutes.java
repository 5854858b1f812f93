package org.luaplatform.adapters.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Map;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.HttpRefusal;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;

/// The API described: as OpenAPI 3.1 for programs, browsable for people, and a page on each problem. Everything
/// comes from our own jars, and the pages may ask nobody else.
final class DocumentationRoutes implements Routes {

    private static final String WEBJARS = "/META-INF/resources/webjars/swagger-ui/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final HeaderName CONTENT_SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");

    /// What the pages may load: our own files, and small pictures that are written into them.
    private static final Header POLICY = HeaderValues.createCached(
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    private static final Header NO_REFERRER = HeaderValues.createCached(REFERRER_POLICY, "no-referrer");
    private static final Header AN_HOUR = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=3600");

    /// The parts of the browsable description by their names, with what they are.
    private static final Map<String, String> PARTS = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", SCRIPT,
            "favicon-32x32.png", "image/png");

    private final OpenApi openApi = new OpenApi();

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(file("/openapi.yaml", _ -> Reply.bytes(200, "application/yaml", openApi.yaml())));
        routes.add(file("/openapi.json", _ -> Reply.bytes(200, "application/json", openApi.json())));
        routes.add(file("/api-docs", _ -> page("docs/index.html", HTML)));
        routes.add(file("/api-docs/{file}", DocumentationRoutes::part));
        routes.add(file("/problems", _ -> page("docs/problems.html", HTML)));
        routes.add(file("/problems/{code}", _ -> page("docs/problems.html", HTML)));
    }

    private static Route file(String template, org.luaplatform.adapters.http.edge.Endpoint endpoint) {
        return Route.get(template, endpoint).producing("*/*").forEverybody();
    }

    private static Reply part(Exchange exchange) {
        String name = exchange.variable("file");
        if (name.equals("start.js")) {
            return page("docs/start.js", SCRIPT);
        }
        String type = PARTS.get(name);
        if (type == null) {
            throw new HttpRefusal(404, "no-such-resource", "There is nothing at this address.");
        }
        return Reply.bytes(200, type, Resources.bytes(WEBJARS + SwaggerUi.VERSION + "/" + name))
                .with(AN_HOUR);
    }

    private static Reply page(String resource, String type) {
        return Reply.bytes(200, type, Resources.bytes(resource))
                .with(POLICY)
                .with(NO_REFERRER)
                .with(AN_HOUR);
    }

    /// Which release of Swagger UI is on the class path: its files lie under its number.
    private static final class SwaggerUi {
        private static final String VERSION =
                Resources.property("/META-INF/maven/org.webjars/swagger-ui/pom.properties", "version");
    }
}
