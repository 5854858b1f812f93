/// Who may do what: organizations, their keys, and who is calling.
@NullMarked
package org.luaplatform.application.tenancy;

import org.jspecify.annotations.NullMarked;
