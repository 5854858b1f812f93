package org.luaplatform.adapters.http.act;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// What went wrong between us and a receiver, in words for whoever looks after it. They tell no more about the
/// network that we are in than that.
final class WebhookProblem {

    private static final int LONGEST_DETAIL = 200;

    private WebhookProblem() {}

    /// @return the end of a sentence that begins with the receiver
    static String of(Exception failure) {
        return switch (failure) {
            case WebhookExchange.ForbiddenAddress _ ->
                "has no public address, and the operator allows no other; nothing was sent";
            case UnknownHostException _ -> "has a host name that is not known";
            case ConnectException _ -> "did not accept the connection";
            case NoRouteToHostException _ -> "cannot be reached";
            case SocketTimeoutException _ -> "did not accept the connection in time";
            case SSLException tls -> "could not be talked to by TLS: " + detail(tls);
            case NoHttpResponseException _ -> "closed the connection without an answer";
            case HttpException _ -> "did not answer in HTTP";
            case IOException _ -> "broke off the connection";
            default -> throw new IllegalStateException("not of the network", failure);
        };
    }

    private static String detail(SSLException tls) {
        String message = Objects.requireNonNullElse(tls.getMessage(), "no reason given");
        return message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL);
    }
}
