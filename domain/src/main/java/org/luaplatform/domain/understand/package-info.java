/// What the feedback says: insights, themes, statistics, and the work that leads to them.
@NullMarked
package org.luaplatform.domain.understand;

import org.jspecify.annotations.NullMarked;
