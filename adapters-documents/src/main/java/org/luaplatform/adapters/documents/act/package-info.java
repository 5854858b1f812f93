/// The stored forms of rules, destinations and deliveries.
@NullMarked
package org.luaplatform.adapters.documents.act;

import org.jspecify.annotations.NullMarked;
