/// The stored forms of organizations and their keys.
@NullMarked
package org.luaplatform.adapters.documents.tenancy;

import org.jspecify.annotations.NullMarked;
