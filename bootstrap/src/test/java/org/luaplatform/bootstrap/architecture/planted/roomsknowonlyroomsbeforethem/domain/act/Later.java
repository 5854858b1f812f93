package org.luaplatform.bootstrap.architecture.planted.roomsknowonlyroomsbeforethem.domain.act;

import org.jspecify.annotations.NullMarked;

@NullMarked
public final class Later {}
