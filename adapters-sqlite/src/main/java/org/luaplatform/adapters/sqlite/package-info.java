/// The persistent ports on one SQLite file.
@NullMarked
package org.luaplatform.adapters.sqlite;

import org.jspecify.annotations.NullMarked;
