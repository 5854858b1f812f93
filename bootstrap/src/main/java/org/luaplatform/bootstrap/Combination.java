package org.luaplatform.bootstrap;

import java.util.ArrayList;
import java.util.List;

/// Settings that are each fine and do not go together.
final class Combination {

    private static final System.Logger LOG = System.getLogger(Combination.class.getName());

    private Combination() {}

    /// Warns of what works and is probably not meant; in production it is refused.
    ///
    /// @throws StartProblem in production, if there is anything to warn of
    static void check(Settings settings) {
        List<String> doubts = doubts(settings);
        if (settings.production() && !doubts.isEmpty()) {
            throw new StartProblem(String.join(" ", doubts));
        }
        doubts.forEach(doubt -> LOG.log(System.Logger.Level.WARNING, doubt));
    }

    static List<String> doubts(Settings settings) {
        List<String> doubts = new ArrayList<>();
        if (settings.mongoUri().isPresent() && settings.redisUri().isEmpty()) {
            doubts.add(
                    "MONGO_URI is set without REDIS_URI: that is for one replica only. A second one would keep rate limits"
                            + " and live events of its own.");
        }
        if (settings.mongoUri().isEmpty() && settings.redisUri().isPresent()) {
            doubts.add(
                    "REDIS_URI is set without MONGO_URI: everything is stored in a file of this machine, which no second"
                            + " replica can use, so that there is nothing to share.");
        }
        if (settings.mongoUri().isPresent() && settings.secretKey().isEmpty()) {
            doubts.add(
                    "MONGO_URI is set without LUA_SECRET_KEY: this replica's own key encrypts stored secrets, which another"
                            + " replica could not read. Give all of them the same (openssl rand -base64 32).");
        }
        return doubts;
    }
}
