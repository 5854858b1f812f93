/// Forms and imports in MongoDB.
@NullMarked
package org.luaplatform.adapters.mongo.learn;

import org.jspecify.annotations.NullMarked;
