/// One SQLite file: opened, locked and migrated, written by one thread and read by many.
@NullMarked
package org.luaplatform.adapters.sqlite.engine;

import org.jspecify.annotations.NullMarked;
