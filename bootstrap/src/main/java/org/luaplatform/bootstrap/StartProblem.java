package org.luaplatform.bootstrap;

/// The server cannot start as it is set up. The message is one line that names the setting and says what to do;
/// nobody needs a stack trace for it.
final class StartProblem extends RuntimeException {

    StartProblem(String message) {
        super(message, null, false, false);
    }
}
