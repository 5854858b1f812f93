package org.luaplatform.adapters.http;

import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;

/// Which release is running.
final class VersionRoutes implements Routes {

    private final String version;

    VersionRoutes(String version) {
        this.version = version;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get(
                        "/version",
                        _ -> Reply.json(
                                200,
                                new JsonWriter()
                                        .startObject()
                                        .field("name", "LuaPlatform")
                                        .field("version", version)
                                        .endObject()))
                .as(Load.PROBE)
                .forEverybody());
    }
}
