package org.luaplatform.bootstrap.architecture.planted.dependenciespointinwards.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
public final class Outer {}
