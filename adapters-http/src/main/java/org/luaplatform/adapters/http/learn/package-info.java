/// Forms, feedback on its way in, and imports as resources.
@NullMarked
package org.luaplatform.adapters.http.learn;

import org.jspecify.annotations.NullMarked;
