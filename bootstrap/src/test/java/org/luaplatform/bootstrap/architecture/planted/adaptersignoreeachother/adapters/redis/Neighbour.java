package org.luaplatform.bootstrap.architecture.planted.adaptersignoreeachother.adapters.redis;

import org.jspecify.annotations.NullMarked;

@NullMarked
public final class Neighbour {}
