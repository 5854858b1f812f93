/// Measures this machine: each figure beside what it could be at best, in one run.
@NullMarked
package org.luaplatform.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
