package org.luaplatform.bootstrap;

import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can be set, in one table: docs/settings.md shows it, and a test holds the two together.
enum Setting {
    HTTP_HOST("LUA_HTTP_HOST", "--host", "127.0.0.1", "The address to listen on; `0.0.0.0` for all."),
    HTTP_PORT("LUA_HTTP_PORT", "--port", "8080", "The port to listen on; `0` for any that is free."),
    DATA_DIR(
            "LUA_DATA_DIR", "--data", "./data", "The folder of the SQLite file and of the installation's own secrets."),
    MONGO_URI(
            "MONGO_URI",
            "",
            "",
            "A MongoDB connection string, database included. Set, everything is stored there instead of in the SQLite file."),
    REDIS_URI(
            "REDIS_URI",
            "",
            "",
            "A Redis URI (`redis://`, `rediss://`, `redis-sentinel://`; several nodes, comma-separated, for a cluster). Replicas need it to"
                    + " share rate limits, live events and the news of changed forms."),
    PUBLIC_URL(
            "LUA_PUBLIC_URL",
            "",
            "",
            "The address under which people reach the server, if it is not the one it listens on."),
    SECRET_KEY(
            "LUA_SECRET_KEY",
            "",
            "",
            "32 bytes in base 64 that encrypt stored secrets. Not set, a key is made and kept in the data folder; replicas need the"
                    + " same one."),
    ORGANIZATION("LUA_ORGANIZATION", "", "My organization", "The name of the organization that the first start opens."),
    PRODUCTION(
            "LUA_PRODUCTION",
            "--production",
            "false",
            "Whether this is no trial: secrets are not printed, and doubtful combinations are refused instead of warned about."),
    ALLOWED_TARGETS(
            "LUA_ALLOWED_TARGETS",
            "",
            "",
            "Private networks that webhooks may reach, as comma-separated CIDRs such as `10.1.0.0/16`. Otherwise only public addresses."),
    TRUSTED_PROXIES(
            "LUA_TRUSTED_PROXIES",
            "",
            "",
            "Reverse proxies whose `X-Forwarded-For` is believed, as comma-separated CIDRs."),
    COLLECT_LIMIT(
            "LUA_COLLECT_LIMIT",
            "",
            "6000",
            "How many feedbacks one client address may send in a minute; `0` for no limit."),
    READ_LIMIT(
            "LUA_READ_LIMIT",
            "",
            "12000",
            "How many public forms one client address may open in a minute; `0` for no limit."),
    KEY_LIMIT(
            "LUA_KEY_LIMIT",
            "",
            "60000",
            "How many feedbacks and public forms one API key may send and open in a minute; `0` for no limit."),
    CONCURRENCY(
            "LUA_CONCURRENCY",
            "",
            "512",
            "How many requests are worked at at a time; more are refused with 503 at once."),
    ANALYSIS_WORKERS("LUA_ANALYSIS_WORKERS", "", "1", "How many threads of this replica analyse feedback."),
    LOG_FORMAT("LUA_LOG_FORMAT", "", "text", "`text` for people or `json` for machines."),
    LOG_LEVEL("LUA_LOG_LEVEL", "", "info", "`debug`, `info`, `warn` or `error`."),
    JSON("LUA_JSON", "--json", "false", "Whether to print the line for programs once the server is ready."),
    DEMO("LUA_DEMO", "--demo", "false", "Whether to load the demo data into an organization that has no form yet.");

    private final String variable;
    private final String flag;
    private final String standard;
    private final String meaning;

    Setting(String variable, String flag, String standard, String meaning) {
        this.variable = variable;
        this.flag = flag;
        this.standard = standard;
        this.meaning = meaning;
    }

    String variable() {
        return variable;
    }

    /// The command line option that does the same and wins; empty for none.
    String flag() {
        return flag;
    }

    /// What holds when nothing is set; empty for nothing.
    String standard() {
        return standard;
    }

    String meaning() {
        return meaning;
    }

    /// Whether its flag stands alone on the command line.
    boolean isSwitch() {
        return standard.equals("true") || standard.equals("false");
    }

    static Optional<Setting> byFlag(String flag) {
        return Stream.of(values())
                .filter(setting -> !setting.flag.isEmpty() && setting.flag.equals(flag))
                .findFirst();
    }
}
