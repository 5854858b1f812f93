/// Forms, arriving feedback and imports in SQLite.
@NullMarked
package org.luaplatform.adapters.sqlite.learn;

import org.jspecify.annotations.NullMarked;
