package org.luaplatform.bootstrap.architecture.planted.usecasesdoonething.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
public class PlantedTwoThings {

    public void handle() {}

    public void handleDifferently() {}
}
