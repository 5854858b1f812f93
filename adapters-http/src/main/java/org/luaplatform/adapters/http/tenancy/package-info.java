/// Organizations and API keys as resources, and the stream of live news.
@NullMarked
package org.luaplatform.adapters.http.tenancy;

import org.jspecify.annotations.NullMarked;
