package org.luaplatform.domain.learn;

import org.luaplatform.domain.Conflict;

/// The form does not collect answers at present.
public final class FormNotOpen extends Conflict {

    public FormNotOpen() {
        super("form-not-open", "The form is not open for answers.");
    }
}
