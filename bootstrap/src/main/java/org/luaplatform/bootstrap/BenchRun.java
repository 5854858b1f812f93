package org.luaplatform.bootstrap;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.http.learn.LearnUseCases;
import org.luaplatform.application.learn.CreateForm;
import org.luaplatform.application.learn.PublishForm;
import org.luaplatform.bootstrap.bench.Bench;
import org.luaplatform.bootstrap.bench.Volume;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.understand.text.BuiltInAnalyzer;

/// Starts a server on a scratch folder, measures it, and leaves nothing behind.
final class BenchRun {

    private static final long FEW = 10_000;
    private static final long MANY = 1_000_000;

    private BenchRun() {}

    /// @param arguments `--rows N` for fewer (or more) feedbacks than a million
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        long rows = rows(arguments);
        Path scratch = scratch();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of(
                "LUA_COLLECT_LIMIT", "0",
                "LUA_READ_LIMIT", "0",
                "LUA_KEY_LIMIT", "0",
                "LUA_LOG_LEVEL", "warn",
                "LUA_HTTP_PORT", "0",
                "LUA_DATA_DIR", scratch.resolve("data").toString()));
        try (Platform platform = Platform.start(Settings.of(List.of(), environment), Map.of(), err)) {
            OrganizationId organization = platform.beginning().organization().id();
            var bench = new Bench(out);
            bench.analyzing(new BuiltInAnalyzer());
            LearnUseCases learn = platform.useCases().learn();
            FormId form = form(learn, organization);
            var target = new Bench.Target(platform.url().getPort(), form.value(), shown(platform, form));
            bench.reading(target);
            new Volume(
                            learn.startImport(),
                            learn.readImport(),
                            platform.useCases().understand().readStatistics(),
                            organization,
                            form(learn, organization),
                            out)
                    .measure(Math.min(FEW, rows / 2), rows);
            bench.collecting(target, scratch);
        } finally {
            remove(scratch);
        }
        return 0;
    }

    private static long rows(List<String> arguments) {
        if (arguments.isEmpty()) {
            return MANY;
        }
        if (arguments.size() == 2
                && arguments.getFirst().equals("--rows")
                && arguments.getLast().matches("[1-9][0-9]{1,8}")) {
            return Long.parseLong(arguments.getLast());
        }
        throw new StartProblem("bench takes nothing but --rows N, N being from 10 to 999999999.");
    }

    private static FormId form(LearnUseCases learn, OrganizationId organization) {
        Principal operator = new Principal.Operator(organization);
        var content = new FormContent(
                "Bench",
                Optional.empty(),
                Language.ENGLISH,
                List.of(
                        field("why", "Why?", new FieldType.LongText(2_000)),
                        field("score", "How was it?", new FieldType.Scored(new Scale.Rating(5)))),
                Map.of());
        FormId form = learn.createForm()
                .handle(operator, new CreateForm.Command(organization, content, FormSettings.PUBLIC, Optional.empty()))
                .value()
                .id();
        learn.publishForm().handle(operator, new PublishForm.Command(form, Expected.any()));
        return form;
    }

    private static Field field(String key, String label, FieldType type) {
        return new Field(new FieldKey(key), label, Optional.empty(), false, Optional.empty(), type);
    }

    private static String shown(Platform platform, FormId form) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(platform.url().resolve("/api/v1/public/forms/" + form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException("the server does not show its form", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lua-bench");
        } catch (IOException failure) {
            throw new StartProblem("No scratch folder can be made (" + failure.getMessage() + ").");
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("the scratch folder " + folder + " cannot be removed", failure);
        }
    }
}
