/// Rules, destinations, watches and deliveries in SQLite.
@NullMarked
package org.luaplatform.adapters.sqlite.act;

import org.jspecify.annotations.NullMarked;
