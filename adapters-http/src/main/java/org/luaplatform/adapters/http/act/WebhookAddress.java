package org.luaplatform.adapters.http.act;

import java.net.URI;

/// Where a message goes, in the parts that a connection and a request are made of.
record WebhookAddress(URI url) {

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /// The host as it is looked up and as its certificate names it: an IPv6 address without its brackets.
    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    /// The header `Host`.
    String authority() {
        return url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
    }

    /// What the request line asks for.
    String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /// The address for operators' eyes. Path and query of a webhook are often all the credentials that there are.
    String redacted() {
        String origin = url.getScheme() + "://" + authority();
        return target().equals("/") ? origin + "/" : origin + "/REDACTED";
    }
}
