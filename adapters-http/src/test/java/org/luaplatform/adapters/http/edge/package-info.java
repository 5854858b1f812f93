@NullMarked
package org.luaplatform.adapters.http.edge;

import org.jspecify.annotations.NullMarked;
