package org.luaplatform.bootstrap.architecture.planted.packagesarenullmarked;

import org.jspecify.annotations.NullMarked;

/// Marked itself, as the compiler demands; its package is not.
@NullMarked
final class PlantedUnmarked {}
