/// Feedback with everything that is known of it, themes and counts in MongoDB.
@NullMarked
package org.luaplatform.adapters.mongo.understand;

import org.jspecify.annotations.NullMarked;
