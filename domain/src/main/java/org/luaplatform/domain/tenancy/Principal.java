package org.luaplatform.domain.tenancy;

import java.util.Set;
import org.luaplatform.domain.Unauthenticated;

/// Who is calling.
public sealed interface Principal {

    /// Nobody that we know: a respondent who opens a public form.
    record Anonymous() implements Principal {}

    /// A program that holds an API key.
    record KeyHolder(ApiKeyId key, OrganizationId organization, Set<Scope> scopes) implements Principal {
        public KeyHolder {
            scopes = Set.copyOf(scopes);
        }
    }

    /// Whoever runs the installation, acting for one organization: the process itself, never anybody from outside.
    record Operator(OrganizationId organization) implements Principal {}

    /// The organization that the caller acts for, provided that they may do `scope` there.
    ///
    /// @throws Unauthenticated if the caller is nobody that we know
    /// @throws MissingScope if they may not
    default OrganizationId actingWith(Scope scope) {
        return switch (this) {
            case Anonymous _ ->
                throw new Unauthenticated("credentials-missing", "Send an API key as a bearer token to do this.");
            case Operator operator -> operator.organization();
            case KeyHolder holder -> {
                if (!holder.scopes().contains(scope)) {
                    throw new MissingScope(scope);
                }
                yield holder.organization();
            }
        };
    }

    /// Checks that the caller may do `scope` in `organization`. To callers from elsewhere that organization does
    /// not exist.
    ///
    /// @throws Unauthenticated if the caller is nobody that we know
    /// @throws OrganizationNotFound if they belong to another organization
    /// @throws MissingScope if they may not
    default void mustBeAllowed(Scope scope, OrganizationId organization) {
        boolean isElsewhere = switch (this) {
            case Anonymous _ -> false;
            case Operator operator -> !operator.organization().equals(organization);
            case KeyHolder holder -> !holder.organization().equals(organization);
        };
        if (isElsewhere) {
            throw new OrganizationNotFound();
        }
        OrganizationId _ = actingWith(scope);
    }
}
