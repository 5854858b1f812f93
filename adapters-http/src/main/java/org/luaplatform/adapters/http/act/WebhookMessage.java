package org.luaplatform.adapters.http.act;

import java.util.List;

/// What is sent to a receiver: the same body in each attempt, signed anew.
final class WebhookMessage {

    private final WebhookAddress address;
    private final List<Header> headers;
    private final byte[] body;

    /// @param headers those that are about the message
    WebhookMessage(WebhookAddress address, List<Header> headers, byte[] body) {
        this.address = address;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    WebhookAddress address() {
        return address;
    }

    List<Header> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    record Header(String name, String value) {}
}
