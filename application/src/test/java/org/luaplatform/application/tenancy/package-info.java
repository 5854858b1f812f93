@NullMarked
package org.luaplatform.application.tenancy;

import org.jspecify.annotations.NullMarked;
