package org.luaplatform.domain.tenancy;

import org.luaplatform.domain.Text;

/// Names one API key.
public record ApiKeyId(String value) {

    /// @throws ApiKeyNotFound if no API key can have this name
    public ApiKeyId {
        if (!Text.isId(value)) {
            throw new ApiKeyNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
