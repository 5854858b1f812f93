/// How the ports talk to MongoDB: the one place where its driver is waited for, watched and translated.
@NullMarked
package org.luaplatform.adapters.mongo.engine;

import org.jspecify.annotations.NullMarked;
