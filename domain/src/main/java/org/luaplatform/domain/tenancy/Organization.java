package org.luaplatform.domain.tenancy;

import java.time.Instant;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;

/// A tenant: everything that is collected, understood and done belongs to exactly one organization.
///
/// @param name how people call it, 1 to 200 characters
public record Organization(OrganizationId id, String name, Instant createdAt) {

    public Organization {
        name = Text.required(name, 200, Pointer.to("name"));
    }
}
