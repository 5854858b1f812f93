package org.luaplatform.bootstrap;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Looks at everything that the server needs, and says for each what is wrong and what to do. It changes nothing,
/// but for making the data folder.
final class Doctor {

    private static final long LITTLE_DISK_BYTES = 1L << 30;
    private static final int PATIENCE_MILLIS = 2_000;

    private final Settings settings;
    private final Map<String, String> environment;
    private final PrintStream out;
    private boolean healthy = true;

    private Doctor(Settings settings, Map<String, String> environment, PrintStream out) {
        this.settings = settings;
        this.environment = environment;
        this.out = out;
    }

    /// @return 0 if the server would start and work
    static int run(Settings settings, Map<String, String> environment, PrintStream out) {
        var doctor = new Doctor(settings, environment, out);
        doctor.examine();
        return doctor.healthy ? 0 : 1;
    }

    private void examine() {
        check("Java", () -> "version " + Runtime.version().feature());
        check("data folder", this::dataFolder);
        check("port", this::port);
        check("stores", this::stores);
        check("settings", this::combination);
        check("telemetry", this::telemetry);
        out.println(healthy ? "Everything is fine." : "Something is wrong; see above.");
    }

    /// Answers what was found, or throws what is wrong and how to mend it.
    private interface Look {
        String at() throws StartProblem;
    }

    private void check(String name, Look look) {
        try {
            out.printf("  ok     %-12s %s%n", name, look.at());
        } catch (StartProblem problem) {
            healthy = false;
            out.printf("  WRONG  %-12s %s%n", name, problem.getMessage());
        }
    }

    private String dataFolder() {
        DataFolder folder = DataFolder.open(settings.dataDir());
        try {
            long free = Files.getFileStore(settings.dataDir().toAbsolutePath()).getUsableSpace();
            if (free < LITTLE_DISK_BYTES) {
                throw new StartProblem(
                        "Only " + (free >> 20) + " MiB are free where the data folder is. Make room, or name"
                                + " another folder with " + Setting.DATA_DIR.flag() + ".");
            }
            return folder.database().getParent() + ", " + (free >> 30) + " GiB free";
        } catch (IOException failure) {
            throw new StartProblem("The data folder's disk cannot be examined (" + failure.getMessage() + ").");
        }
    }

    private String port() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
            return settings.host() + ":" + settings.port() + " is free";
        } catch (IOException failure) {
            throw new StartProblem("Port " + settings.port() + " on " + settings.host() + " cannot be listened on ("
                    + failure.getMessage() + "). If it is not our own server that is running, choose another with "
                    + Setting.HTTP_PORT.flag() + ".");
        }
    }

    private String stores() {
        DataFolder folder = DataFolder.open(settings.dataDir());
        try (Stores stores = Engines.stores(settings, folder, OpenTelemetry.noop());
                SharedPorts shared = Engines.shared(settings, stores, OpenTelemetry.noop(), InstantSource.system())) {
            stores.probe().run();
            return stores.engine() + "; shared " + shared.engine();
        }
    }

    private String combination() {
        var doubts = Combination.doubts(settings);
        if (doubts.isEmpty()) {
            return "go together";
        }
        throw new StartProblem(String.join(" ", doubts));
    }

    private String telemetry() {
        Optional<String> endpoint = Optional.ofNullable(environment.get("OTEL_EXPORTER_OTLP_ENDPOINT"))
                .filter(text -> !text.isBlank());
        if (endpoint.isEmpty()) {
            return "none is exported";
        }
        try (var socket = new Socket()) {
            URI uri = URI.create(endpoint.get());
            socket.connect(
                    new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 4318 : uri.getPort()), PATIENCE_MILLIS);
            return endpoint.get() + " answers";
        } catch (IOException | IllegalArgumentException failure) {
            throw new StartProblem("Nobody answers at OTEL_EXPORTER_OTLP_ENDPOINT (" + failure.getMessage()
                    + "). The server works without; what it measures is lost.");
        }
    }
}
