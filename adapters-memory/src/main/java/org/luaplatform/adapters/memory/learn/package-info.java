/// Forms and imports, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.learn;

import org.jspecify.annotations.NullMarked;
