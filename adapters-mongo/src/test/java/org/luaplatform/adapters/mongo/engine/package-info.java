@NullMarked
package org.luaplatform.adapters.mongo.engine;

import org.jspecify.annotations.NullMarked;
