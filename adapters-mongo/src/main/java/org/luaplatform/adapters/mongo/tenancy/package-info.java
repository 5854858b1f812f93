/// Organizations, API keys and repeated requests in MongoDB.
@NullMarked
package org.luaplatform.adapters.mongo.tenancy;

import org.jspecify.annotations.NullMarked;
