/// What can be done with the platform: one class for each thing, named by a verb.
@NullMarked
package org.luaplatform.application;

import org.jspecify.annotations.NullMarked;
