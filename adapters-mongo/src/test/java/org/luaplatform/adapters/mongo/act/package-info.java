@NullMarked
package org.luaplatform.adapters.mongo.act;

import org.jspecify.annotations.NullMarked;
