package org.luaplatform.bootstrap.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// A final class with one public method, named `handle`.
final class OfferNothingButHandle extends ArchCondition<JavaClass> {

    OfferNothingButHandle() {
        super("be final and have exactly one public method, handle");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String methods = type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMember::getName)
                .sorted()
                .collect(joining(", "));
        boolean isFinal = type.getModifiers().contains(JavaModifier.FINAL);
        events.add(new SimpleConditionEvent(
                type,
                isFinal && methods.equals("handle"),
                type.getName() + (isFinal ? " is final" : " is not final") + " and offers [" + methods + "]"));
    }
}
