package org.luaplatform.adapters.mongo.testing;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Starts the engines when the first test wants them, and cleans up after the last.
final class Engines implements ArgumentsProvider {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Engines.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Open open = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Open.class, _ -> Open.open(), Open.class);
        return Stream.concat(Stream.of(open.inJvm()), open.real().stream()).map(Arguments::of);
    }

    private record Open(Engine inJvm, Optional<Engine> real) implements AutoCloseable {

        static Open open() {
            return new Open(
                    Engine.inJvm(),
                    Optional.ofNullable(System.getenv("MONGO_URI")).map(Engine::real));
        }

        @Override
        public void close() {
            inJvm.close();
            real.ifPresent(Engine::close);
        }
    }
}
