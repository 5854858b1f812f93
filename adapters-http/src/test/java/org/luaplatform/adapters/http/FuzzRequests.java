package org.luaplatform.adapters.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.luaplatform.adapters.http.edge.Route;

/// Makes requests as strangers could send them: nearly right, or not at all.
///
/// @param form the id of a form that there is
/// @param destination the id of a destination that there is
record FuzzRequests(TestServer.Tenant tenant, String form, String destination) {

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "999999999999999999999999",
            "1e400",
            "null",
            "true",
            "%00",
            "%",
            "%zz",
            "%C3%28",
            "%F0%9F%98%80",
            "..%2f..%2fetc",
            "' OR 1=1 --",
            "{\"$gt\":\"\"}",
            "a".repeat(3_000),
            "2026-11-25T10:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01",
            "Europe/Berlin",
            "+18:00",
            "SYSTEM",
            "hour",
            "csv",
            "positive",
            "de-AT",
            "x-x-x-x-x");

    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "0.1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"2026-11-25\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"https://[::1]:99999/\"",
            "\"PT999999999999999999H\"",
            "\"P999999999D\"",
            "\"feedback.analysed\"",
            "\"theme.changed\"",
            "\"longText\"",
            "\"rating\"",
            "\"multipleChoice\"",
            "\"a\"",
            "[]",
            "{}",
            "[[[[[]]]]]",
            "{\"other\":\"x\"}",
            "\"" + "ü".repeat(500) + "\"");

    /// A value behind its name that is neither an object nor a list.
    private static final Pattern VALUE = Pattern.compile(":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[-0-9a-z.]+)");

    private static final List<String> VALID = List.of("""
            {"title": "T", "description": "D", "language": "en", "fields": [
              {"key": "a", "type": "shortText", "label": "A", "maxLength": 10},
              {"key": "b", "type": "rating", "label": "B", "scale": 5, "required": true},
              {"key": "c", "type": "multipleChoice", "label": "C", "atLeast": 1, "atMost": 1, "other": true,
               "options": [{"key": "x", "label": "X"}], "visibleWhen": {"field": "b", "in": [1]}},
              {"key": "d", "type": "number", "label": "D", "min": 1, "max": 2, "integer": true},
              {"key": "e", "type": "date", "label": "E", "min": "2026-01-01", "max": "2026-02-01"}],
             "translations": {"de": {"title": "T", "fields": {"a": {"label": "A", "options": {"x": "X"}}}}},
             "settings": {"public": true, "allowedOrigins": []}}""", """
            {"answers": {"why": "x", "score": 2, "where": {"other": "y"}}, "language": "en", "channel": "widget",
             "respondent": {"ref": "c", "attributes": {"plan": "gold"}}, "occurredAt": "2026-11-25T10:00:00Z"}""", """
            {"type": "webhook", "name": "N", "url": "https://desk.example/"}""", """
            {"name": "N", "when": "metric.crossed", "enabled": true, "destinations": ["DESTINATION"],
             "threshold": {"metric": "nps", "direction": "below", "bound": 1.5, "window": "P7D"},
             "conditions": [{"field": "form", "op": "is", "value": "f"}]}""", """
            {"name": "N", "when": "theme.changed", "destinations": ["DESTINATION"],
             "threshold": {"measure": "share", "atLeast": 1.5, "window": "P7D"}, "conditions": []}""", """
            {"name": "N", "scopes": ["forms:read"], "expiresAt": "2090-01-01T00:00:00Z"}""");

    private static final List<String> FIELDS = List.of(
            "title",
            "description",
            "language",
            "fields",
            "translations",
            "settings",
            "key",
            "type",
            "label",
            "help",
            "required",
            "visibleWhen",
            "field",
            "in",
            "maxLength",
            "options",
            "other",
            "atLeast",
            "atMost",
            "min",
            "max",
            "integer",
            "scale",
            "public",
            "allowedOrigins",
            "answers",
            "channel",
            "respondent",
            "ref",
            "attributes",
            "occurredAt",
            "why",
            "score",
            "where",
            "name",
            "scopes",
            "expiresAt",
            "url",
            "secret",
            "when",
            "threshold",
            "measure",
            "metric",
            "direction",
            "bound",
            "window",
            "conditions",
            "op",
            "value",
            "destinations",
            "enabled",
            "",
            "$where",
            "__proto__",
            "a.b",
            "~1",
            "\\u0000");

    private static final List<String> HEADERS = List.of(
            "If-Match: \"0\"",
            "If-Match: *",
            "If-Match: W/\"1\"",
            "If-Match: \"99999999999999999999\"",
            "If-None-Match: *",
            "Accept: text/html",
            "Accept: ;;;,,,q=",
            "Accept: application/json;q=0, */*;q=0.000",
            "Accept-Encoding: gzip",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: ;",
            "Content-Type: application/json; charset=\"UTF-8\"",
            "Content-Type: multipart/form-data",
            "Content-Encoding: gzip",
            "Idempotency-Key: ",
            "Idempotency-Key: one",
            "Idempotency-Key: " + "k".repeat(300),
            "Origin: null",
            "Origin: https://evil.example",
            "Origin: ://",
            "X-Forwarded-For: 1.2.3.4, ::1, unknown, %",
            "X-Request-Id: \u00ff\u0001",
            "traceparent: 00-zz-zz-01",
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "Expect: 100-continue",
            "Expect: the-unexpected",
            "Authorization: Basic YTpi",
            "Authorization: Bearer",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "Range: bytes=0-1",
            "Cookie: " + "c".repeat(2_000));

    /// A request that has to do with `route`.
    byte[] about(Random random, Route route) {
        var text = new StringBuilder();
        String method = random.nextInt(5) == 0
                ? pick(random, List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "FROB"))
                : route.method();
        text.append(method).append(' ').append(path(random, route)).append(query(random, route));
        text.append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
        if (random.nextInt(4) != 0) {
            text.append("Authorization: Bearer ").append(tenant.token()).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(pick(random, HEADERS)).append("\r\n");
        }
        if (random.nextInt(3) == 0 && (method.equals("GET") || method.equals("HEAD"))) {
            return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        String body = body(random);
        byte[] bytes = body.getBytes(random.nextInt(10) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (text.indexOf("Content-Type") < 0 && random.nextInt(10) != 0) {
            text.append("Content-Type: application/json\r\n");
        }
        text.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        byte[] head = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    private String path(Random random, Route route) {
        String path = route.template();
        while (path.contains("{")) {
            int from = path.indexOf('{');
            int to = path.indexOf('}');
            String name = path.substring(from + 1, to);
            String value = random.nextInt(3) == 0
                    ? pick(random, VALUES).replace(' ', '+').replace("\"", "%22")
                    : switch (name) {
                        case "org" -> tenant.id();
                        case "form" -> form;
                        case "destination" -> destination;
                        default -> "0123456789abcdefghjkmnpqrs";
                    };
            path = path.substring(0, from) + value.replace("{", "%7B").replace("}", "%7D") + path.substring(to + 1);
        }
        return path;
    }

    private String query(Random random, Route route) {
        if (route.parameters().isEmpty() && random.nextInt(5) != 0) {
            return "";
        }
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = route.parameters().isEmpty() || random.nextInt(8) == 0
                    ? pick(random, VALUES)
                    : pick(random, route.parameters());
            pairs.add((name + "=" + pick(random, VALUES)).replace(' ', '+').replace("\"", "%22"));
        }
        if (route.parameters().contains("form") && random.nextBoolean()) {
            pairs.add("form=" + form);
        }
        return "?" + String.join("&", pairs);
    }

    private String body(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "[".repeat(10_000);
            case 2 -> "{\"a\":".repeat(33) + "1" + "}".repeat(33);
            case 3 -> "\u00ff\u00fe" + object(random, 0);
            case 4 -> object(random, 0).substring(1);
            case 5 -> "{\"title\":\"" + "x".repeat(270_000) + "\"}";
            case 6, 7, 8, 9 -> nearlyValid(random);
            default -> object(random, 0);
        };
    }

    /// What one of the resources takes, with up to three of its values replaced.
    private String nearlyValid(Random random) {
        String body = pick(random, VALID).replace("DESTINATION", destination);
        for (int i = random.nextInt(4); i > 0; i--) {
            List<MatchResult> values = VALUE.matcher(body).results().toList();
            MatchResult value = pick(random, values);
            body = body.substring(0, value.start(1)) + pick(random, JSON_VALUES) + body.substring(value.end(1));
        }
        return body;
    }

    private static String object(Random random, int depth) {
        List<String> fields = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            fields.add("\"" + pick(random, FIELDS) + "\":" + value(random, depth + 1));
        }
        return "{" + String.join(",", fields.stream().distinct().toList()) + "}";
    }

    private static String value(Random random, int depth) {
        return switch (depth > 4 ? 0 : random.nextInt(5)) {
            case 1 -> object(random, depth);
            case 2 -> "[" + object(random, depth) + "," + value(random, depth + 1) + "]";
            default -> pick(random, JSON_VALUES);
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
