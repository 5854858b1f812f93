package org.luaplatform.bootstrap;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.adapters.memory.learn.InProcessPublishedForms;
import org.luaplatform.adapters.memory.tenancy.InProcessLiveEvents;
import org.luaplatform.adapters.memory.tenancy.InProcessRateLimiter;
import org.luaplatform.adapters.mongo.MongoAdapter;
import org.luaplatform.adapters.redis.RedisAdapter;
import org.luaplatform.adapters.redis.RedisSetupProblem;
import org.luaplatform.adapters.sqlite.SqliteAdapter;
import org.luaplatform.domain.learn.FormId;

/// Opens the engines that the settings name, and makes of their refusals one line that says what to do.
final class Engines {

    /// How old a cached form may be at most, as [org.luaplatform.domain.learn.PublishedForms] promises.
    private static final Duration FORMS_KEPT = Duration.ofSeconds(30);

    private static final FormId NO_FORM = new FormId("0");

    private Engines() {}

    /// The stores that persist.
    ///
    /// @throws StartProblem if the engine cannot be opened
    static Stores stores(Settings settings, DataFolder folder, OpenTelemetry telemetry) {
        Optional<String> uri = settings.mongoUri();
        return uri.isPresent() ? mongo(uri.get(), telemetry) : sqlite(folder);
    }

    /// The ports that are shared and short-lived.
    ///
    /// @throws StartProblem if the engine cannot be opened
    static SharedPorts shared(Settings settings, Stores stores, OpenTelemetry telemetry, InstantSource clock) {
        Optional<String> uri = settings.redisUri();
        return uri.isPresent() ? redis(uri.get(), stores, telemetry, clock) : inProcess(stores, clock);
    }

    private static Stores sqlite(DataFolder folder) {
        SqliteAdapter sqlite;
        try {
            sqlite = SqliteAdapter.open(folder.database());
        } catch (SqliteAdapter.CannotOpen refusal) {
            throw new StartProblem(String.valueOf(refusal.getMessage()));
        }
        return new Stores(
                "SQLite (" + folder.database() + ")",
                sqlite.organizations(),
                sqlite.apiKeys(),
                sqlite.repeatedRequests(),
                sqlite.forms(),
                sqlite.feedbackInbox(),
                sqlite.feedbackEntries(),
                sqlite.analysisQueue(),
                sqlite.countingLane(),
                sqlite.buckets(),
                sqlite.themes(),
                sqlite.imports(),
                sqlite.rules(),
                sqlite.destinations(),
                sqlite.watches(),
                sqlite.deliveries(),
                () -> sqlite.forms().findForRespondent(NO_FORM),
                sqlite::close);
    }

    private static SharedPorts inProcess(Stores stores, InstantSource clock) {
        return new SharedPorts(
                "in this process",
                new InProcessRateLimiter(),
                new InProcessPublishedForms(stores.forms()::findForRespondent, FORMS_KEPT, clock),
                new InProcessLiveEvents(),
                () -> {});
    }

    private static Stores mongo(String uri, OpenTelemetry telemetry) {
        MongoAdapter mongo;
        try {
            mongo = MongoAdapter.open(uri, telemetry);
        } catch (MongoAdapter.CannotOpen refusal) {
            throw new StartProblem(String.valueOf(refusal.getMessage()));
        }
        return new Stores(
                "MongoDB",
                mongo.organizations(),
                mongo.apiKeys(),
                mongo.repeatedRequests(),
                mongo.forms(),
                mongo.feedbackInbox(),
                mongo.feedbackEntries(),
                mongo.analysisQueue(),
                mongo.countingLane(),
                mongo.buckets(),
                mongo.themes(),
                mongo.imports(),
                mongo.rules(),
                mongo.destinations(),
                mongo.watches(),
                mongo.deliveries(),
                mongo::ping,
                mongo::close);
    }

    private static SharedPorts redis(String uri, Stores stores, OpenTelemetry telemetry, InstantSource clock) {
        RedisAdapter redis;
        try {
            redis = RedisAdapter.connect(uri, telemetry);
        } catch (RedisSetupProblem refusal) {
            throw new StartProblem(String.valueOf(refusal.getMessage()));
        }
        return new SharedPorts(
                "Redis",
                redis.rateLimiter(new InProcessRateLimiter()),
                redis.publishedForms(
                        stores.forms()::findForRespondent,
                        store -> new InProcessPublishedForms(store, RedisAdapter.NEAR_FORMS_KEPT_FOR, clock)),
                redis.liveEvents(new InProcessLiveEvents()),
                redis::close);
    }
}
