@NullMarked
package org.luaplatform.adapters.mongo.testing;

import org.jspecify.annotations.NullMarked;
