/// Who owns what, and who may do what: organizations, their keys and what a caller is allowed.
@NullMarked
package org.luaplatform.domain.tenancy;

import org.jspecify.annotations.NullMarked;
