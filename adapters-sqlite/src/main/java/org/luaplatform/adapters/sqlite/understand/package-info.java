/// Feedback with what is known of it, themes and counts in SQLite.
@NullMarked
package org.luaplatform.adapters.sqlite.understand;

import org.jspecify.annotations.NullMarked;
