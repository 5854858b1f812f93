/// How the built-in analyzer reads: words, languages, feelings, topics and alarms, in plain Java.
@NullMarked
package org.luaplatform.domain.understand.text;

import org.jspecify.annotations.NullMarked;
