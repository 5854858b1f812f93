package org.luaplatform.bootstrap;

import java.util.Optional;

/// Which release this is.
final class Version {

    private Version() {}

    /// What the jar's manifest says; `dev` where there is no jar.
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
