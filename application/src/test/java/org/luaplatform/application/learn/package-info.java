@NullMarked
package org.luaplatform.application.learn;

import org.jspecify.annotations.NullMarked;
