package org.luaplatform.adapters.documents.act;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.tenancy.OrganizationId;

/// [Watch] in a store.
public final class WatchDocument {

    private static final int VERSION = 1;

    private WatchDocument() {}

    public static Document of(Watch watch) {
        return Document.builder()
                .put("v", VERSION)
                .put("organizationId", watch.organization().value())
                .put("ruleId", watch.rule().value())
                .put("subject", watch.subject())
                .put("beyond", watch.beyond())
                .put("crossings", watch.crossings())
                .put("told", watch.told())
                .build();
    }

    public static Watch toWatch(Document document) {
        return new Watch(
                document.read("organizationId", OrganizationId::new),
                document.read("ruleId", RuleId::new),
                document.text("subject"),
                document.flag("beyond"),
                document.whole("crossings"),
                document.flag("told"));
    }
}
