package org.luaplatform.bootstrap.architecture.planted.dependenciespointinwards.domain;

import org.jspecify.annotations.NullMarked;
import org.luaplatform.bootstrap.architecture.planted.dependenciespointinwards.application.Outer;

@NullMarked
record PlantedInner(Outer outer) {}
