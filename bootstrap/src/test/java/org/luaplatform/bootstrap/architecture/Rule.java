package org.luaplatform.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Flow;

/// What the shape of the code promises. Each rule is written for a root package, so that it can be held against
/// the product and, to show that it can fail at all, against classes that were planted to break it.
enum Rule {
    DEPENDENCIES_POINT_INWARDS,
    ADAPTERS_IGNORE_EACH_OTHER,
    THE_DOMAIN_NEEDS_ONLY_JAVA_BASE,
    THE_APPLICATION_NEEDS_ONLY_THE_DOMAIN,
    THE_CORE_IS_TOLD_TIME_AND_CHANCE,
    PUBLISHERS_STAY_WITH_MONGO,
    ROOMS_KNOW_ONLY_ROOMS_BEFORE_THEM,
    PACKAGES_ARE_NULL_MARKED,
    USE_CASES_DO_ONE_THING,
    PORTS_HAVE_A_CONTRACT;

    ArchRule under(String root) {
        return switch (this) {
            case DEPENDENCIES_POINT_INWARDS -> dependenciesPointInwards(root);
            case ADAPTERS_IGNORE_EACH_OTHER -> adaptersIgnoreEachOther(root);
            case THE_DOMAIN_NEEDS_ONLY_JAVA_BASE -> theDomainNeedsOnlyJavaBase(root);
            case THE_APPLICATION_NEEDS_ONLY_THE_DOMAIN -> theApplicationNeedsOnlyTheDomain(root);
            case THE_CORE_IS_TOLD_TIME_AND_CHANCE -> theCoreIsToldTimeAndChance(root);
            case PUBLISHERS_STAY_WITH_MONGO -> publishersStayWithMongo(root);
            case ROOMS_KNOW_ONLY_ROOMS_BEFORE_THEM -> roomsKnowOnlyRoomsBeforeThem(root);
            case PACKAGES_ARE_NULL_MARKED -> packagesAreNullMarked(root);
            case USE_CASES_DO_ONE_THING -> useCasesDoOneThing(root);
            case PORTS_HAVE_A_CONTRACT -> portsHaveAContract(root);
        };
    }

    private static ArchRule dependenciesPointInwards(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("domain")
                .definedBy(root + ".domain..")
                .layer("application")
                .definedBy(root + ".application..")
                .layer("adapters")
                .definedBy(root + ".adapters..")
                .layer("bootstrap")
                .definedBy(root + ".bootstrap..")
                .whereLayer("application")
                .mayOnlyBeAccessedByLayers("adapters", "bootstrap")
                .whereLayer("adapters")
                .mayOnlyBeAccessedByLayers("bootstrap")
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .because("the model must outlive every technology around it");
    }

    private static ArchRule adaptersIgnoreEachOther(String root) {
        return slices().matching(root + ".adapters.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(root + ".adapters.documents.."))
                .because("an embedder takes one adapter without the others; only the stored forms are shared");
    }

    private static ArchRule theDomainNeedsOnlyJavaBase(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(inJavaBase().or(resideInAnyPackage(root + ".domain..", "org.jspecify..")))
                .because("whoever embeds the model must not inherit anybody's libraries");
    }

    private static ArchRule theApplicationNeedsOnlyTheDomain(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .onlyDependOnClassesThat(inJavaBase()
                        .or(resideInAnyPackage(root + ".application..", root + ".domain..", "org.jspecify..")))
                .because("a use case that knows JSON, HTTP, a store or telemetry cannot be used without it");
    }

    private static ArchRule theCoreIsToldTimeAndChance(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..")
                .should()
                .callCodeUnitWhere(new ReadsTimeOrChance())
                .because("a use case given the same input must do the same thing");
    }

    private static ArchRule publishersStayWithMongo(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".adapters.mongo..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.reactivestreams..", "reactor..").or(isFlow()))
                .because("on virtual threads blocking is cheap, and code that blocks reads from top to bottom");
    }

    private static ArchRule roomsKnowOnlyRoomsBeforeThem(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("tenancy")
                .definedBy(root + "..tenancy..")
                .layer("learn")
                .definedBy(root + "..learn..")
                .layer("understand")
                .definedBy(root + "..understand..")
                .layer("act")
                .definedBy(root + "..act..")
                .whereLayer("learn")
                .mayOnlyBeAccessedByLayers("understand", "act")
                .whereLayer("understand")
                .mayOnlyBeAccessedByLayers("act")
                .whereLayer("act")
                .mayNotBeAccessedByAnyLayer()
                .because("feedback is collected, then understood, then acted upon: what comes first cannot know"
                        + " what follows");
    }

    private static ArchRule packagesAreNullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new LieInNullMarkedPackage())
                .because("a package without the mark has no promise about null, and nothing else would notice");
    }

    private static ArchRule useCasesDoOneThing(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should(new OfferNothingButHandle())
                .because("the list of files in a room is the list of what can be done there");
    }

    private static ArchRule portsHaveAContract(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and(arePorts())
                .should(new HaveContract())
                .because("adapters are equal only in what one shared test asks of all of them");
    }

    /// What the outside world must offer: neither a sum type, nor a function that anybody may pass, nor a listener
    /// that is told everything and answers nothing.
    private static DescribedPredicate<JavaClass> arePorts() {
        return DescribedPredicate.describe(
                "are ports",
                type -> type.isInterface()
                        && type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.isAnnotatedWith(FunctionalInterface.class)
                        && !type.reflect().isSealed()
                        && type.getMethods().stream()
                                .anyMatch(method -> !method.getRawReturnType().isEquivalentTo(void.class)));
    }

    /// The packages of `java.base` as this JVM knows them: `java.sql` or `java.util.logging` are not among them.
    private static DescribedPredicate<JavaClass> inJavaBase() {
        var packages = Object.class.getModule().getPackages();
        return DescribedPredicate.describe(
                "belong to java.base",
                type -> type.getBaseComponentType().isPrimitive()
                        || packages.contains(type.getBaseComponentType().getPackageName()));
    }

    private static DescribedPredicate<JavaClass> isFlow() {
        return DescribedPredicate.describe(
                "are java.util.concurrent.Flow", type -> type.getName().startsWith(Flow.class.getName()));
    }
}
