/// The use cases of understanding, held to what they promise.
@NullMarked
package org.luaplatform.application.understand;

import org.jspecify.annotations.NullMarked;
