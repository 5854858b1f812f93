package org.luaplatform.adapters.sqlite.act;

import java.util.List;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.sqlite.engine.Source;

/// The documents of this room. Leases of deliveries are left behind: whoever held one has ended.
public final class ActSources {

    public static final List<Source> ALL = List.of(
            Source.versioned(DocumentCollection.DESTINATIONS, "destinations"),
            Source.versioned(DocumentCollection.RULES, "rules"),
            Source.of(DocumentCollection.WATCHES, "watches"),
            Source.of(DocumentCollection.DELIVERIES, "deliveries"));

    private ActSources() {}
}
