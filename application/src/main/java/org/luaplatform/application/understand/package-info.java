/// Making sense of feedback: the work that is done on it in the background, and what can be read of it.
@NullMarked
package org.luaplatform.application.understand;

import org.jspecify.annotations.NullMarked;
