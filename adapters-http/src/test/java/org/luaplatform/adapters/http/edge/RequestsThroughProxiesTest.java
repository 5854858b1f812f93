package org.luaplatform.adapters.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaplatform.domain.tenancy.Principal;

/// Where requests come from, whatever their headers say.
final class RequestsThroughProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Nobody is trusted: the header means nothing.
                "192.0.2.1 | 203.0.113.7 | 127.0.0.1",
                // The proxy before us tells who came to it.
                "127.0.0.1 | 203.0.113.7 | 203.0.113.7",
                // What that client claims to have forwarded is its own invention.
                "127.0.0.1 | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                // Two proxies of ours, one behind the other.
                "127.0.0.1;10.0.0.0/8 | 198.51.100.1, 203.0.113.7, 10.1.2.3 | 203.0.113.7",
                "127.0.0.1 | nonsense | 127.0.0.1",
                "127.0.0.1 | 203.0.113.7, nonsense | 127.0.0.1",
                "127.0.0.1 | 2001:db8:1:2:3:4:5:6 | 20010db800010002"
            })
    void are_counted_by(String trusted, String forwarded, String expected) throws Exception {
        List<AddressRange> proxies =
                List.of(trusted.split(";")).stream().map(AddressRange::parse).toList();
        RouteTable table = RouteTable.builder()
                .add(Route.get(
                                "/whence",
                                exchange -> Reply.bytes(
                                        200,
                                        "text/plain",
                                        exchange.clientAddress().getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                        .producing("*/*")
                        .forEverybody())
                .build();
        try (var server = new HttpServer(
                table,
                "127.0.0.1",
                0,
                HttpLimits.DEFAULT,
                proxies,
                OpenTelemetry.noop(),
                _ -> new Principal.Anonymous())) {
            server.start();
            try (var raw = new RawClient(server.port())) {
                String answer = raw.send("GET /whence HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + forwarded
                                + "\r\nConnection: close\r\n\r\n")
                        .readToEnd();

                assertThat(answer).endsWith("\r\n\r\n" + expected);
            }
        }
    }
}
