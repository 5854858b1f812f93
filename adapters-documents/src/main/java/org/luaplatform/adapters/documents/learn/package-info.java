/// Forms, feedback and imports as documents.
@NullMarked
package org.luaplatform.adapters.documents.learn;

import org.jspecify.annotations.NullMarked;
