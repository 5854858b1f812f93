package org.luaplatform.adapters.http.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Locale;
import java.util.Optional;
import org.luaplatform.domain.learn.ImportFormat;

/// The formats of files that come in and go out.
public final class FileFormats {

    private static final String FORMAT = "format";
    private static final String RULE = "must be csv or ndjson";

    private FileFormats() {}

    /// The format that the parameter names, or else the body's type.
    public static ImportFormat read(Query query, Exchange exchange) {
        Optional<ImportFormat> named = named(query);
        if (query.text(FORMAT).isEmpty()) {
            named = exchange.header(HeaderNames.CONTENT_TYPE).flatMap(FileFormats::ofType);
            if (named.isEmpty()) {
                query.fault(FORMAT, RULE);
            }
        }
        refuseMultipart(exchange);
        return named.orElse(ImportFormat.CSV);
    }

    /// The format that the parameter names; CSV if it names none.
    public static ImportFormat read(Query query) {
        return named(query).orElse(ImportFormat.CSV);
    }

    private static Optional<ImportFormat> named(Query query) {
        return query.value(FORMAT, text -> Words.find(ImportFormat.class, text), RULE);
    }

    private static Optional<ImportFormat> ofType(String contentType) {
        String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv" -> Optional.of(ImportFormat.CSV);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(ImportFormat.NDJSON);
            default -> Optional.empty();
        };
    }

    private static void refuseMultipart(Exchange exchange) {
        boolean isMultipart = exchange.header(HeaderNames.CONTENT_TYPE)
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
        if (isMultipart) {
            throw new HttpRefusal(
                    415,
                    "unsupported-media-type",
                    "Send the file itself as the body, as curl does with --data-binary @file, and not as a part.");
        }
    }

    public static String mediaType(ImportFormat format) {
        return switch (format) {
            case CSV -> "text/csv; charset=utf-8; header=present";
            case NDJSON -> "application/x-ndjson";
        };
    }

    /// Has a browser store the answer as a file.
    public static Header attachment(String name, ImportFormat format) {
        return HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + Words.of(format) + "\"");
    }
}
