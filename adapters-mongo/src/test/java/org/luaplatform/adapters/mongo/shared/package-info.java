@NullMarked
package org.luaplatform.adapters.mongo.shared;

import org.jspecify.annotations.NullMarked;
