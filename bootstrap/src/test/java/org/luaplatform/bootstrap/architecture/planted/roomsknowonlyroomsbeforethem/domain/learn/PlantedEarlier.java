package org.luaplatform.bootstrap.architecture.planted.roomsknowonlyroomsbeforethem.domain.learn;

import org.jspecify.annotations.NullMarked;
import org.luaplatform.bootstrap.architecture.planted.roomsknowonlyroomsbeforethem.domain.act.Later;

@NullMarked
record PlantedEarlier(Later later) {}
