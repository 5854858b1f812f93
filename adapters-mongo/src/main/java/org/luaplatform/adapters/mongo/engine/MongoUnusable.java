package org.luaplatform.adapters.mongo.engine;

/// MongoDB cannot be used as it is set. The message is one line for the operator: which setting, what is wrong and
/// what to do. It holds no secret.
public final class MongoUnusable extends Exception {

    MongoUnusable(String problem, String remedy, Throwable cause) {
        super("MONGO_URI: " + problem + ". " + remedy + ".", cause);
    }
}
