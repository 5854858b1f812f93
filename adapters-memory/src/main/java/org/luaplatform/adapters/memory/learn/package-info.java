/// Forms and imports, and forms as respondents see them, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.learn;

import org.jspecify.annotations.NullMarked;
