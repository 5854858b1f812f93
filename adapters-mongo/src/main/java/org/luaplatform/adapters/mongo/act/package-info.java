/// Rules, destinations and the ledger of deliveries in MongoDB.
@NullMarked
package org.luaplatform.adapters.mongo.act;

import org.jspecify.annotations.NullMarked;
