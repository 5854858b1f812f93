@NullMarked
package org.luaplatform.adapters.http;

import org.jspecify.annotations.NullMarked;
