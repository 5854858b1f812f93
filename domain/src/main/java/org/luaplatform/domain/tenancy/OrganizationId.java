package org.luaplatform.domain.tenancy;

import org.luaplatform.domain.Text;

/// Names one organization.
public record OrganizationId(String value) {

    /// @throws OrganizationNotFound if no organization can have this name
    public OrganizationId {
        if (!Text.isId(value)) {
            throw new OrganizationNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
