/// Asking and listening: forms from draft to closed, feedback one by one and by the file.
@NullMarked
package org.luaplatform.application.learn;

import org.jspecify.annotations.NullMarked;
