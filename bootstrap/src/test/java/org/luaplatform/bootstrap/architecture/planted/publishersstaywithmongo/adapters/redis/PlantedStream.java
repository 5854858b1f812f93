package org.luaplatform.bootstrap.architecture.planted.publishersstaywithmongo.adapters.redis;

import java.util.concurrent.Flow;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;

@NullMarked
record PlantedStream(Publisher<String> reactive, Flow.Publisher<String> flow) {}
