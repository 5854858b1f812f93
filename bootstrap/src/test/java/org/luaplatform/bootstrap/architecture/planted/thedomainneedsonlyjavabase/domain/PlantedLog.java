package org.luaplatform.bootstrap.architecture.planted.thedomainneedsonlyjavabase.domain;

import java.util.logging.Logger;
import org.jspecify.annotations.NullMarked;

@NullMarked
record PlantedLog(Logger logger) {}
