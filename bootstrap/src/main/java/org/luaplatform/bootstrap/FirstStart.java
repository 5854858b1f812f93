package org.luaplatform.bootstrap;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.luaplatform.application.tenancy.IssueApiKey;
import org.luaplatform.application.tenancy.OpenOrganization;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.ApiToken;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.Scope;

/// Sees to it that there is an organization to begin with, and an API key for first use.
final class FirstStart {

    /// @param apiKey the key that the first start made, as long as it is kept in the data folder and still valid
    record Beginning(Organization organization, Optional<String> apiKey) {}

    private static final OrganizationId INSTALLATION = new OrganizationId("installation");
    private static final RepeatedRequests.Key OPENING = new RepeatedRequests.Key("first organization");

    private final Organizations organizations;
    private final ApiKeys keys;
    private final RepeatedRequests requests;
    private final DataFolder folder;
    private final IdGenerator ids;
    private final RandomGenerator secrets;
    private final InstantSource clock;

    FirstStart(
            Organizations organizations,
            ApiKeys keys,
            RepeatedRequests requests,
            DataFolder folder,
            IdGenerator ids,
            RandomGenerator secrets,
            InstantSource clock) {
        this.organizations = organizations;
        this.keys = keys;
        this.requests = requests;
        this.folder = folder;
        this.ids = ids;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// @param name what the organization is called if there is none so far
    Beginning with(String name) {
        List<Organization> first = organizations.list(PageRequest.first(1)).items();
        Organization organization = first.isEmpty() ? open(name) : first.getFirst();
        return new Beginning(organization, key(organization));
    }

    /// Replicas that start on one empty store at the same moment agree on one organization.
    private Organization open(String name) {
        String proposed = ids.next();
        String agreed = switch (requests.remember(INSTALLATION, OPENING, "", proposed, clock.instant())) {
            case RepeatedRequests.Remembered.Unanswered other -> other.resourceId();
            case RepeatedRequests.Remembered.First _,
                    RepeatedRequests.Remembered.Answered _,
                    RepeatedRequests.Remembered.Different _ -> proposed;
        };
        try {
            return new OpenOrganization(organizations, () -> agreed, clock).handle(new OpenOrganization.Command(name));
        } catch (Conflict _) {
            return organizations.find(new OrganizationId(agreed)).orElseThrow();
        }
    }

    private Optional<String> key(Organization organization) {
        Optional<String> kept = folder.firstApiKey()
                .filter(text -> ApiToken.parse(text)
                        .flatMap(token -> keys.findByHash(token.hash()))
                        .filter(key -> key.organization().equals(organization.id()) && key.isValidAt(clock.instant()))
                        .isPresent());
        if (kept.isPresent() || !keys.list(organization.id()).isEmpty()) {
            return kept;
        }
        IssueApiKey.Issued issued = new IssueApiKey(keys, ids, secrets, clock)
                .handle(
                        new Principal.Operator(organization.id()),
                        new IssueApiKey.Command(
                                organization.id(), "First key", EnumSet.allOf(Scope.class), Optional.empty()));
        folder.keepFirstApiKey(issued.token().reveal());
        return Optional.of(issued.token().reveal());
    }
}
