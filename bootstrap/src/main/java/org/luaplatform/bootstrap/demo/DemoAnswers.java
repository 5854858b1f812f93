package org.luaplatform.bootstrap.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The demo's answers as a file that an import takes. They say how many days ago they were given, so that the demo
/// is of the last 90 days whenever it is loaded.
final class DemoAnswers {

    static final int COUNT = 2_400;

    private static final String RESOURCE = "nhs-friends-and-family.csv";

    private DemoAnswers() {}

    static InputStream asImport(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        var file = new StringWriter();
        try (InputStream resource = DemoAnswers.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the application");
            }
            try (var rows = CsvReader.builder()
                            .ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8));
                    CsvWriter out = CsvWriter.builder().build(file)) {
                out.writeRecord(
                        "id",
                        "occurredAt",
                        "channel",
                        "answers.service",
                        "answers.score",
                        "answers.why",
                        "answers.good",
                        "answers.better");
                for (NamedCsvRecord row : rows) {
                    out.writeRecord(
                            row.getField("id"),
                            earlier(occurredAt(row, today), now).toString(),
                            "survey",
                            row.getField("service"),
                            row.getField("score"),
                            textFor("why", row),
                            textFor("good", row),
                            textFor("better", row));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("the demo's answers cannot be read", impossible);
        }
        return new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant occurredAt(NamedCsvRecord row, Instant today) {
        return today.minus(Duration.ofDays(Long.parseLong(row.getField("daysAgo"))))
                .plus(Duration.ofMinutes(Long.parseLong(row.getField("minuteOfDay"))));
    }

    /// What would be said later today was said just now.
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String textFor(String question, NamedCsvRecord row) {
        return row.getField("question").equals(question) ? row.getField("text") : "";
    }
}
