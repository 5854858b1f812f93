package org.luaplatform.bootstrap.architecture.planted.adaptersignoreeachother.adapters.mongo;

import org.jspecify.annotations.NullMarked;
import org.luaplatform.bootstrap.architecture.planted.adaptersignoreeachother.adapters.redis.Neighbour;

@NullMarked
record PlantedPeer(Neighbour neighbour) {}
