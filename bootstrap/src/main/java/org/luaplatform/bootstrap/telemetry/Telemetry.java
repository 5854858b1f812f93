package org.luaplatform.bootstrap.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.instrumentation.runtimetelemetry.RuntimeTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// OpenTelemetry as the standard `OTEL_*` variables set it up. Where none of them names a place to export to, there
/// is none of it: nothing is measured, nothing is sent, nothing is paid.
public final class Telemetry implements AutoCloseable {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final Optional<OpenTelemetrySdk> sdk;
    private final Optional<RuntimeTelemetry> jvm;

    private Telemetry(Optional<OpenTelemetrySdk> sdk) {
        this.sdk = sdk;
        this.jvm = sdk.map(RuntimeTelemetry::create);
    }

    /// @param environment the process's environment variables
    /// @param version of the product, told with everything that is exported
    public static Telemetry start(Map<String, String> environment, String version) {
        if (!isWanted(environment)) {
            return new Telemetry(Optional.empty());
        }
        return new Telemetry(Optional.of(AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of("otel.service.name", "luaplatform"))
                .addResourceCustomizer((resource, _) -> resource.merge(
                        Resource.create(Attributes.of(AttributeKey.stringKey("service.version"), version))))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk()));
    }

    private static boolean isWanted(Map<String, String> environment) {
        if ("true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))) {
            return false;
        }
        return environment.entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .anyMatch(variable ->
                        isEndpoint(variable.getKey()) || isExporter(variable.getKey(), variable.getValue()));
    }

    private static boolean isEndpoint(String name) {
        return name.startsWith("OTEL_EXPORTER_OTLP_") && name.endsWith("ENDPOINT");
    }

    private static boolean isExporter(String name, String value) {
        return name.startsWith("OTEL_") && name.endsWith("_EXPORTER") && !value.equals("none");
    }

    public OpenTelemetry api() {
        return sdk.map(OpenTelemetry.class::cast).orElse(OpenTelemetry.noop());
    }

    public boolean isExporting() {
        return sdk.isPresent();
    }

    /// Sends what was measured and not sent so far, as far as that takes no longer than a few seconds.
    @Override
    public void close() {
        jvm.ifPresent(RuntimeTelemetry::close);
        sdk.ifPresent(running -> running.shutdown().join(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS));
    }
}
