package org.luaplatform.bootstrap;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.luaplatform.bootstrap.telemetry.Logs;

/// The server's command line: `run`, `bench`, `doctor`, `migrate-store`.
public final class Main {

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Main() {}

    /// Ends the process with 0 if all went well, 2 if the command line made no sense, else 1.
    public static void main(String[] arguments) {
        int code = run(Arrays.asList(arguments), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "run" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "run" -> serve(Settings.of(rest, System.getenv()), out, err);
                case "bench" -> BenchRun.run(rest, out, err);
                case "doctor" -> Doctor.run(quiet(Settings.of(rest, System.getenv()), err), System.getenv(), out);
                case "migrate-store" -> MigrateStore.run(quiet(Settings.of(rest, System.getenv()), err), out);
                default -> {
                    err.println("lua: there is no command " + command + ". ./lua help lists them.");
                    yield USAGE;
                }
            };
        } catch (StartProblem problem) {
            err.println("lua: " + problem.getMessage());
            return FAILED;
        }
    }

    /// Keeps libraries from telling their life on the console.
    private static Settings quiet(Settings settings, PrintStream err) {
        Logs.toConsole(err, settings.logLevel(), settings.jsonLogs());
        return settings;
    }

    /// Serves until the process is told to end.
    private static int serve(Settings settings, PrintStream out, PrintStream err) {
        var ending = new CountDownLatch(1);
        Platform platform = Platform.start(settings, System.getenv(), err);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            platform.close();
                            ending.countDown();
                        },
                        "lua-shutdown"));
        platform.introduce(out, err);
        try {
            ending.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
