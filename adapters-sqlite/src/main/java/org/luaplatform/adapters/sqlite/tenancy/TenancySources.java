package org.luaplatform.adapters.sqlite.tenancy;

import java.util.List;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.sqlite.engine.Source;

/// The documents of this room.
public final class TenancySources {

    public static final List<Source> ALL = List.of(
            Source.of(DocumentCollection.ORGANIZATIONS, "organizations"),
            Source.of(DocumentCollection.API_KEYS, "api_keys"),
            Source.of(DocumentCollection.REPEATED_REQUESTS, "repeated_requests"));

    private TenancySources() {}
}
