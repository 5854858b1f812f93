@NullMarked
package org.luaplatform.adapters.mongo.tenancy;

import org.jspecify.annotations.NullMarked;
