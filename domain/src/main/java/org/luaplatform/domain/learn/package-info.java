/// What organizations ask and what people answer: forms, answers, feedback, imports.
@NullMarked
package org.luaplatform.domain.learn;

import org.jspecify.annotations.NullMarked;
