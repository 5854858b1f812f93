package org.luaplatform.adapters.memory.learn;

import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.testing.FormsContract;

final class InMemoryFormsTest implements FormsContract {

    private final Forms forms = new InMemoryForms();

    @Override
    public Forms forms() {
        return forms;
    }
}
