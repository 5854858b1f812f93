package org.luaplatform.application.act;

import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.SigningSecret;

/// A destination together with the secret that its receiver needs to know: the only time that it is shown.
public record NewDestination(Versioned<Destination> destination, SigningSecret secret) {}
