/// Forms, feedback and imports as documents, and files of feedback row by row.
@NullMarked
package org.luaplatform.adapters.documents.learn;

import org.jspecify.annotations.NullMarked;
