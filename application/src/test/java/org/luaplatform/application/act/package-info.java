@NullMarked
package org.luaplatform.application.act;

import org.jspecify.annotations.NullMarked;
