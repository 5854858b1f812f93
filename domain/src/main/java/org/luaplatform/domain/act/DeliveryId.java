package org.luaplatform.domain.act;

import org.luaplatform.domain.Text;

/// Names one delivery.
public record DeliveryId(String value) {

    /// @throws DeliveryNotFound if no delivery can have this name
    public DeliveryId {
        if (!Text.isId(value)) {
            throw new DeliveryNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
