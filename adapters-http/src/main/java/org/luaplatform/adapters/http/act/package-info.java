/// Destinations, rules and the delivery ledger as resources.
@NullMarked
package org.luaplatform.adapters.http.act;

import org.jspecify.annotations.NullMarked;
