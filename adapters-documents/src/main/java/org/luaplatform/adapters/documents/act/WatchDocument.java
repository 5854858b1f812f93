package org.luaplatform.adapters.documents.act;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Watches as documents: `{id, organization, rule, subject, beyond, crossings, told}`.
public final class WatchDocument {

    private WatchDocument() {}

    public static String id(OrganizationId organization, RuleId rule, String subject) {
        return Stored.id(organization.value(), rule.value(), subject);
    }

    public static Document of(Watch watch) {
        return Stored.document(id(watch.organization(), watch.rule(), watch.subject()))
                .put("organization", watch.organization().value())
                .put("rule", watch.rule().value())
                .put("subject", watch.subject())
                .put("beyond", watch.beyond())
                .put("crossings", watch.crossings())
                .put("told", watch.told())
                .build();
    }

    public static Watch toWatch(Document document) {
        return Stored.read(
                document,
                () -> new Watch(
                        new OrganizationId(document.text("organization")),
                        new RuleId(document.text("rule")),
                        document.text("subject"),
                        document.flag("beyond"),
                        document.whole("crossings"),
                        document.flag("told")));
    }
}
