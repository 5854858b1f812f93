/// The language of the platform: what feedback is, and what the outside world must offer for it to be kept, understood
/// and acted upon.
@NullMarked
package org.luaplatform.domain;

import org.jspecify.annotations.NullMarked;
