/// Feedback with everything that is known of it, and themes, kept inside the process.
@NullMarked
package org.luaplatform.adapters.memory.understand;

import org.jspecify.annotations.NullMarked;
