/// The platform as a REST API, and its calls to the outside.
@NullMarked
package org.luaplatform.adapters.http;

import org.jspecify.annotations.NullMarked;
