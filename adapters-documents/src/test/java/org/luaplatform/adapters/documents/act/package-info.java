@NullMarked
package org.luaplatform.adapters.documents.act;

import org.jspecify.annotations.NullMarked;
