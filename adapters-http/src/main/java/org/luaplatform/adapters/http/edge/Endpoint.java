package org.luaplatform.adapters.http.edge;

/// Answers one kind of request: parses, calls a use case, renders. Refusals and outages are thrown; the [Edge]
/// turns them into problems.
@FunctionalInterface
public interface Endpoint {

    Reply answer(Exchange exchange);
}
