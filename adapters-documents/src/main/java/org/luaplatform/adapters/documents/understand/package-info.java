/// Insights, themes and counts as documents.
@NullMarked
package org.luaplatform.adapters.documents.understand;

import org.jspecify.annotations.NullMarked;
