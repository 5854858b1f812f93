/// Organizations and their keys in SQLite.
@NullMarked
package org.luaplatform.adapters.sqlite.tenancy;

import org.jspecify.annotations.NullMarked;
