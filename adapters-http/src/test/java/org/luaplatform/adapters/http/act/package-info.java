@NullMarked
package org.luaplatform.adapters.http.act;

import org.jspecify.annotations.NullMarked;
