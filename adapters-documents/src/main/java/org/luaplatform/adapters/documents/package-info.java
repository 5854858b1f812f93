/// How the model is written down: the JSON and CSV forms that the stores and the API share.
@NullMarked
package org.luaplatform.adapters.documents;

import org.jspecify.annotations.NullMarked;
