/// What operators are told: metrics, traces and logs, by OpenTelemetry or on the console.
@NullMarked
package org.luaplatform.bootstrap.telemetry;

import org.jspecify.annotations.NullMarked;
