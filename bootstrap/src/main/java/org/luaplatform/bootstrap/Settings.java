package org.luaplatform.bootstrap;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was set, by environment variables and by the command line, which wins. Reading it finds every mistake
/// before anything is started.
record Settings(
        String host,
        int port,
        Path dataDir,
        Optional<String> mongoUri,
        Optional<String> redisUri,
        Optional<URI> publicUrl,
        Optional<byte[]> secretKey,
        String organization,
        boolean production,
        List<String> allowedTargets,
        List<String> trustedProxies,
        int collectLimit,
        int readLimit,
        int keyLimit,
        int concurrency,
        int analysisWorkers,
        boolean jsonLogs,
        System.Logger.Level logLevel,
        boolean json,
        boolean demo) {

    private static final Set<String> YES = Set.of("true", "yes", "1", "on");
    private static final Set<String> NO = Set.of("false", "no", "0", "off", "");

    /// @throws StartProblem if a value cannot be used or an option is not known
    static Settings of(List<String> arguments, Map<String, String> environment) {
        Values values = new Values(arguments, environment);
        return new Settings(
                values.text(Setting.HTTP_HOST),
                values.number(Setting.HTTP_PORT, 0, 65_535),
                values.path(Setting.DATA_DIR),
                values.optional(Setting.MONGO_URI),
                values.optional(Setting.REDIS_URI),
                values.optional(Setting.PUBLIC_URL).map(text -> url(Setting.PUBLIC_URL, text)),
                values.optional(Setting.SECRET_KEY).map(Settings::key),
                values.text(Setting.ORGANIZATION),
                values.yes(Setting.PRODUCTION),
                values.list(Setting.ALLOWED_TARGETS),
                values.list(Setting.TRUSTED_PROXIES),
                values.number(Setting.COLLECT_LIMIT, 0, 60_000),
                values.number(Setting.READ_LIMIT, 0, 60_000),
                values.number(Setting.KEY_LIMIT, 0, 60_000),
                values.number(Setting.CONCURRENCY, 1, 100_000),
                values.number(Setting.ANALYSIS_WORKERS, 1, 64),
                values.oneOf(Setting.LOG_FORMAT, List.of("text", "json")).equals("json"),
                level(values.oneOf(Setting.LOG_LEVEL, List.of("debug", "info", "warn", "error"))),
                values.yes(Setting.JSON),
                values.yes(Setting.DEMO));
    }

    private static System.Logger.Level level(String name) {
        return switch (name) {
            case "debug" -> System.Logger.Level.DEBUG;
            case "warn" -> System.Logger.Level.WARNING;
            case "error" -> System.Logger.Level.ERROR;
            default -> System.Logger.Level.INFO;
        };
    }

    private static URI url(Setting setting, String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the one message for all that is wrong with it.
        }
        throw new StartProblem(setting.variable() + " is not a web address such as https://feedback.example.com.");
    }

    private static byte[] key(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the one message for all that is wrong with it.
        }
        throw new StartProblem(
                Setting.SECRET_KEY.variable() + " is not 32 bytes in base 64. Make one with: openssl rand -base64 32");
    }

    /// Keeps secrets out of logs and messages.
    @Override
    public String toString() {
        return "Settings[port=" + port + ", dataDir=" + dataDir + "]";
    }

    /// The texts behind the settings, wherever they were given.
    private static final class Values {

        private final Map<Setting, String> given = new EnumMap<>(Setting.class);

        Values(List<String> arguments, Map<String, String> environment) {
            for (Setting setting : Setting.values()) {
                String value = environment.get(setting.variable());
                if (value != null && !value.isBlank()) {
                    given.put(setting, value.strip());
                }
            }
            var rest = arguments.iterator();
            while (rest.hasNext()) {
                String argument = rest.next();
                int equals = argument.indexOf('=');
                String flag = equals < 0 ? argument : argument.substring(0, equals);
                Setting setting = Setting.byFlag(flag)
                        .orElseThrow(() -> new StartProblem(
                                flag + " is not an option. ./lua help lists them; docs/settings.md explains them."));
                if (equals >= 0) {
                    given.put(setting, argument.substring(equals + 1));
                } else if (setting.isSwitch()) {
                    given.put(setting, "true");
                } else if (rest.hasNext()) {
                    given.put(setting, rest.next());
                } else {
                    throw new StartProblem(flag + " needs a value.");
                }
            }
        }

        String text(Setting setting) {
            return given.getOrDefault(setting, setting.standard());
        }

        Optional<String> optional(Setting setting) {
            return Optional.of(text(setting)).filter(text -> !text.isEmpty());
        }

        List<String> list(Setting setting) {
            return Arrays.stream(text(setting).split(",", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        Path path(Setting setting) {
            try {
                return Path.of(text(setting)).normalize();
            } catch (InvalidPathException _) {
                throw new StartProblem(setting.variable() + " is not the name of a folder.");
            }
        }

        int number(Setting setting, int least, int most) {
            try {
                int number = Integer.parseInt(text(setting));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Falls through to the one message for all that is wrong with it.
            }
            throw new StartProblem("%s must be a whole number from %d to %d, not \"%s\"."
                    .formatted(name(setting), least, most, text(setting)));
        }

        boolean yes(Setting setting) {
            String text = text(setting).toLowerCase(Locale.ROOT);
            if (YES.contains(text)) {
                return true;
            }
            if (NO.contains(text)) {
                return false;
            }
            throw new StartProblem(name(setting) + " must be true or false, not \"" + text(setting) + "\".");
        }

        String oneOf(Setting setting, List<String> choices) {
            String text = text(setting).toLowerCase(Locale.ROOT);
            if (choices.contains(text)) {
                return text;
            }
            throw new StartProblem(name(setting) + " must be one of " + String.join(", ", choices) + ", not \""
                    + text(setting) + "\".");
        }

        private static String name(Setting setting) {
            return setting.flag().isEmpty() ? setting.variable() : setting.variable() + " (" + setting.flag() + ")";
        }
    }
}
