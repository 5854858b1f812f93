package org.luaplatform.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// `Forms` in a room has `FormsContract` among the room's fixtures, in the package `testing` below it.
final class HaveContract extends ArchCondition<JavaClass> {

    HaveContract() {
        super("have a contract test among the fixtures");
    }

    @Override
    public void check(JavaClass port, ConditionEvents events) {
        String contract = port.getPackageName() + ".testing." + port.getSimpleName() + "Contract";
        events.add(new SimpleConditionEvent(port, exists(contract), port.getName() + " has no " + contract));
    }

    private static boolean exists(String type) {
        try {
            return Class.forName(type, false, HaveContract.class.getClassLoader())
                    .isInterface();
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
