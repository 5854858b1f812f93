package org.luaplatform.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;

/// A call whose answer nobody who tests the caller can know: the time of day, or a number drawn by chance.
final class ReadsTimeOrChance extends DescribedPredicate<JavaCall<?>> {

    ReadsTimeOrChance() {
        super("reads the time or draws by chance");
    }

    @Override
    public boolean test(JavaCall<?> call) {
        String method = call.getTarget().getName();
        return switch (call.getTargetOwner().getName()) {
            case "java.time.Clock", "java.time.InstantSource" ->
                method.startsWith("system") || method.startsWith("tick");
            case "java.lang.System" -> method.equals("currentTimeMillis") || method.equals("nanoTime");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.lang.Math" -> method.equals("random");
            case "java.util.Date", "java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom" ->
                method.equals("<init>") || method.startsWith("getInstance");
            case "java.util.concurrent.ThreadLocalRandom" -> method.equals("current");
            case "java.util.random.RandomGenerator" -> method.equals("getDefault") || method.equals("of");
            case String owner -> owner.startsWith("java.time.") && method.equals("now");
        };
    }
}
