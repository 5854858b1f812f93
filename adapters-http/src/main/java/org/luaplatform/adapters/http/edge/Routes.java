package org.luaplatform.adapters.http.edge;

/// A resource of the API: declares its places and answers there.
public interface Routes {

    void declare(RouteTable.Builder routes);
}
