package org.luaplatform.adapters.http.tenancy;

import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.tenancy.ReadOrganization;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The caller's organization.
public final class OrganizationRoutes implements Routes {

    private final ReadOrganization readOrganization;

    public OrganizationRoutes(TenancyUseCases useCases) {
        this.readOrganization = useCases.readOrganization();
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get("/api/v1/organizations/{org}", this::read));
    }

    private Reply read(Exchange exchange) {
        Organization organization = readOrganization.handle(
                exchange.caller(), new ReadOrganization.Query(new OrganizationId(exchange.variable("org"))));
        return Reply.json(
                200,
                new JsonWriter()
                        .startObject()
                        .field("id", organization.id().value())
                        .field("name", organization.name())
                        .field("createdAt", organization.createdAt())
                        .endObject());
    }
}
