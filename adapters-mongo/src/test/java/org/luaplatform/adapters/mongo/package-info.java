@NullMarked
package org.luaplatform.adapters.mongo;

import org.jspecify.annotations.NullMarked;
