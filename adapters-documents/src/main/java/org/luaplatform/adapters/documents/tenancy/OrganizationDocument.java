package org.luaplatform.adapters.documents.tenancy;

import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Organizations as documents: `{id, organization, name, createdAt}`; an organization belongs to itself.
public final class OrganizationDocument {

    private OrganizationDocument() {}

    public static Document of(Organization organization) {
        return Stored.document(organization.id().value())
                .put("organization", organization.id().value())
                .put("name", organization.name())
                .putMillis("createdAt", organization.createdAt())
                .build();
    }

    public static Organization toOrganization(Document document) {
        return Stored.read(
                document,
                () -> new Organization(
                        new OrganizationId(document.text("id")), document.text("name"), document.instant("createdAt")));
    }
}
