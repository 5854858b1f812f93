package org.luaplatform.bootstrap.architecture.planted.portshaveacontract.domain;

import org.jspecify.annotations.NullMarked;

@NullMarked
public interface PlantedPort {

    String promise();
}
