/// Real feedback to look at on the first day.
@NullMarked
package org.luaplatform.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
