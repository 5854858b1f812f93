/// What all routes share: the way of a request through the server, problems, JSON, limits, telemetry.
@NullMarked
package org.luaplatform.adapters.http.edge;

import org.jspecify.annotations.NullMarked;
