package org.luaplatform.domain.learn;

import org.luaplatform.domain.Text;

/// Names one form.
public record FormId(String value) {

    /// @throws FormNotFound if no form can have this name
    public FormId {
        if (!Text.isId(value)) {
            throw new FormNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
