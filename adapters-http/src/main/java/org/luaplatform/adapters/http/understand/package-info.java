/// Feedback with its insight, themes and statistics as resources.
@NullMarked
package org.luaplatform.adapters.http.understand;

import org.jspecify.annotations.NullMarked;
