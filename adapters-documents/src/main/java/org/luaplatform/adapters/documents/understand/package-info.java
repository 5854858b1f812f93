/// Insights, themes and counts as documents, and files of feedback to take away.
@NullMarked
package org.luaplatform.adapters.documents.understand;

import org.jspecify.annotations.NullMarked;
