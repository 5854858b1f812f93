/// What can be done about acting: destinations, rules, and the deliveries between them.
@NullMarked
package org.luaplatform.application.act;

import org.jspecify.annotations.NullMarked;
