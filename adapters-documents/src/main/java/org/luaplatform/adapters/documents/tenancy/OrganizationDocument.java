package org.luaplatform.adapters.documents.tenancy;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;

/// [Organization] in a store.
public final class OrganizationDocument {

    private static final int VERSION = 1;

    private OrganizationDocument() {}

    public static Document of(Organization organization) {
        return Document.builder()
                .put("v", VERSION)
                .put("id", organization.id().value())
                .put("name", organization.name())
                .putMillis("createdAt", organization.createdAt())
                .build();
    }

    public static Organization toOrganization(Document document) {
        return new Organization(
                document.read("id", OrganizationId::new), document.text("name"), document.instant("createdAt"));
    }
}
