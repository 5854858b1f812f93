/// How things are kept and listed in memory; of no interest to anybody but the rooms beside it.
@NullMarked
package org.luaplatform.adapters.memory.shared;

import org.jspecify.annotations.NullMarked;
