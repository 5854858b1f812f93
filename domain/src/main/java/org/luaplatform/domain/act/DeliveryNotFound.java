package org.luaplatform.domain.act;

import org.luaplatform.domain.NotFound;

/// There is no such delivery in the caller's organization.
public final class DeliveryNotFound extends NotFound {

    public DeliveryNotFound() {
        super("delivery-not-found", "There is no such delivery.");
    }
}
