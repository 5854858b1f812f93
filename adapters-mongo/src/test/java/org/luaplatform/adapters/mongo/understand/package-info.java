@NullMarked
package org.luaplatform.adapters.mongo.understand;

import org.jspecify.annotations.NullMarked;
