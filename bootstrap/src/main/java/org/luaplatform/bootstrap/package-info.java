/// The server: settings, wiring, telemetry and the main method.
@NullMarked
package org.luaplatform.bootstrap;

import org.jspecify.annotations.NullMarked;
