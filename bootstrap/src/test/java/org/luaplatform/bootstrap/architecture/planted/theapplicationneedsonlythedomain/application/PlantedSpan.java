package org.luaplatform.bootstrap.architecture.planted.theapplicationneedsonlythedomain.application;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.NullMarked;

@NullMarked
record PlantedSpan(Span span) {}
