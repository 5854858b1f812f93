@NullMarked
package org.luaplatform.adapters.documents.tenancy;

import org.jspecify.annotations.NullMarked;
