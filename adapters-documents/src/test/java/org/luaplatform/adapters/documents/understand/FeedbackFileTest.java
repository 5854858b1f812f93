package org.luaplatform.adapters.documents.understand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.adapters.documents.learn.FileRows;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.ImportedRow;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.RowFormats.Row;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Submission;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

final class FeedbackFileTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("org1");

    /// Each option is labelled with the other one's key, as careless people do. The last two keys are also names of
    /// columns that an export has for itself.
    private static final List<Option> OPTIONS =
            List.of(new Option(new FieldKey("north"), "south"), new Option(new FieldKey("south"), "north"));

    private static final FormVersion VERSION = new FormVersion(
            new FormId("form1"),
            3,
            new FormContent(
                    "Visit",
                    Optional.empty(),
                    Language.ENGLISH,
                    List.of(
                            field("short", new FieldType.ShortText(1_000)),
                            field("long", new FieldType.LongText(20_000)),
                            field("one", new FieldType.SingleChoice(OPTIONS, true)),
                            field("many", new FieldType.MultipleChoice(OPTIONS, true, 0, 3)),
                            field("yes", new FieldType.YesNo()),
                            field("number", new FieldType.Numeric(Optional.empty(), Optional.empty(), false)),
                            field("date", new FieldType.Date(Optional.empty(), Optional.empty())),
                            field("mail", new FieldType.Email()),
                            field("score", new FieldType.Scored(new Scale.Rating(5))),
                            field("nps", new FieldType.Scored(new Scale.Nps())),
                            field("id", new FieldType.ShortText(1_000)),
                            field("sentiment", new FieldType.ShortText(1_000)),
                            field("receivedAt", new FieldType.ShortText(1_000))),
                    Map.of()),
            NOW);

    /// What breaks careless readers and writers of files.
    private static final List<String> TEXTS = List.of(
            "Shorter queues, please",
            "They said \"soon\"",
            "\"",
            "one\ntwo\r\nthree\rfour",
            "  blanks around  ",
            "=HYPERLINK(\"http://evil.example\")",
            "'=1+1",
            "''@x",
            "'tis",
            "-5",
            "- not good",
            "+49 30 1234",
            "@here",
            "\t=tab",
            "＝wide",
            "|a\\|b\\\\|",
            "other:x",
            "null",
            "{\"other\":\"x\"}",
            "é 語 😀 \u0000 \u2028",
            ";semi;colons;",
            "#comment",
            "a".repeat(1_000));

    @ParameterizedTest
    @EnumSource
    void what_was_exported_is_imported_unchanged(ImportFormat format) throws IOException {
        List<FeedbackEntry> entries = new ArrayList<>();
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            entries.add(new FeedbackEntry(
                    feedback("f" + i, anything(random)), new AnalysisState.Done(), Optional.of(insight()), List.of()));
        }

        List<Feedback> imported = imported(written(entries, format), format);

        assertThat(imported)
                .isEqualTo(entries.stream().map(FeedbackEntry::feedback).toList());
    }

    @Test
    void csv_says_what_its_columns_are_and_then_one_piece_a_line() throws IOException {
        var submission = new Submission(
                Map.of("long", text("Too slow"), "score", number("2")),
                Optional.of(Language.ENGLISH),
                Optional.of(new Channel("widget")),
                Optional.of(new Respondent("c-17", Map.of("plan", "gold"))),
                Optional.of(Instant.parse("2026-11-24T09:00:00Z")));
        var entry = new FeedbackEntry(
                feedback("f1", submission),
                new AnalysisState.Done(),
                Optional.of(insight()),
                List.of(new ThemeId("t1"), new ThemeId("t2")));

        String file = written(List.of(entry), ImportFormat.CSV);

        assertThat(file).isEqualTo("""
                        id,formId,formVersion,occurredAt,receivedAt,language,channel,respondent.ref,respondent.attributes.plan,answers.long,answers.score,insight.language,insight.sentiment.label,insight.sentiment.score,insight.sentiment.confidence,insight.urgency.level,insight.urgency.because,insight.keywords,insight.themes\r
                        f1,form1,3,2026-11-24T09:00:00Z,2026-11-25T10:00:00.123Z,en,widget,c-17,gold,Too slow,2,en,negative,-0.4,0.8123,low,slow,waiting times|staff,t1|t2\r
                        """);
    }

    @Test
    void ndjson_says_the_same_as_objects() throws IOException {
        var submission = new Submission(
                Map.of(
                        "one", new RawAnswer.Other("At sea"),
                        "many", new RawAnswer.Many(List.of(text("north"), new RawAnswer.Other("west"))),
                        "number", number("2.50")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var entry = new FeedbackEntry(
                feedback("f1", submission),
                new AnalysisState.Pending(0, NOW, Optional.empty()),
                Optional.empty(),
                List.of());

        String file = written(List.of(entry), ImportFormat.NDJSON);

        assertThat(file).isEqualTo("""
                        {"id":"f1","formId":"form1","formVersion":3,"occurredAt":"2026-11-25T10:00:00.123Z","receivedAt":"2026-11-25T10:00:00.123Z",\
                        "channel":"api","answers":{"one":{"other":"At sea"},"many":["north",{"other":"west"}],"number":2.5}}
                        """);
    }

    @Test
    void no_cell_of_a_csv_begins_like_a_formula() throws IOException {
        List<FeedbackEntry> entries = IntStream.range(0, TEXTS.size())
                .mapToObj(i -> pending("f" + i, Map.of("long", text(TEXTS.get(i)))))
                .toList();

        String file = written(entries, ImportFormat.CSV);

        assertThat(file).doesNotContainPattern("[,\\n]\"?[=@+]").doesNotContainPattern("[,\\n]\"?-[^0-9]");
    }

    @Test
    void an_answer_that_others_skipped_stands_where_the_form_asks_for_it() throws IOException {
        var first = pending("f1", Map.of("short", text("a"), "score", number("1")));
        var second = pending("f2", Map.of("short", text("b"), "long", text("c"), "nps", number("9")));

        String header = written(List.of(first, second), ImportFormat.CSV)
                .lines()
                .findFirst()
                .orElseThrow();

        assertThat(header).contains("answers.short,answers.long,answers.nps,answers.score");
    }

    @Test
    void feedback_that_needs_a_new_column_and_came_after_the_header_is_left_out() throws IOException {
        var there = pending("f1", Map.of("long", text("a")));
        var late = pending("f2", Map.of("short", text("b")));
        var reads = new AtomicInteger();
        var out = new ByteArrayOutputStream();

        FeedbackFile.write(
                () -> reads.incrementAndGet() == 1 ? Stream.of(there) : Stream.of(late, there), ImportFormat.CSV, out);

        assertThat(imported(out.toString(UTF_8), ImportFormat.CSV))
                .extracting(feedback -> feedback.id().value())
                .containsExactly("f1");
    }

    @ParameterizedTest
    @EnumSource
    void no_feedback_at_all_is_a_file_too(ImportFormat format) throws IOException {
        String file = written(List.of(), format);

        assertThat(imported(file, format)).isEmpty();
    }

    @Test
    void a_csv_of_too_many_columns_is_refused_before_anything_is_written() {
        var out = new ByteArrayOutputStream();
        List<FeedbackEntry> entries = IntStream.range(0, 400)
                .mapToObj(i -> withAttributes("f" + i, attributes(i * 30)))
                .toList();

        assertThatThrownBy(() -> FeedbackFile.write(entries::stream, ImportFormat.CSV, out))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("ndjson");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_reader_of_much_feedback_is_not_left_in_silence() throws IOException {
        List<FeedbackEntry> entries = IntStream.range(0, 400)
                .mapToObj(i -> pending("f" + i, Map.of("long", text("a"))))
                .toList();
        var seconds = new AtomicLong();
        var arrivals = new ArrayList<Long>();
        var out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                arrivals.add(seconds.get());
            }
        };

        FeedbackFile.write(entries::stream, ImportFormat.CSV, out, () -> seconds.incrementAndGet() * 1_000_000_000L);

        assertThat(arrivals).startsWith(11L, 21L, 31L);
        assertThat(out.toString(UTF_8)).isEqualTo(written(entries, ImportFormat.CSV));
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_who_went_away_ends_the_writing(ImportFormat format) {
        var gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        List<FeedbackEntry> entries = IntStream.range(0, 1_000)
                .mapToObj(i -> pending("f" + i, Map.of("long", text("a".repeat(1_000)))))
                .toList();

        assertThatThrownBy(() -> FeedbackFile.write(entries::stream, format, gone))
                .isExactlyInstanceOf(IOException.class);
    }

    private static Submission anything(Random random) {
        Map<String, RawAnswer> answers = new LinkedHashMap<>();
        Function<String, RawAnswer> anyText = field -> text(one(TEXTS, random));
        Map<String, Function<String, RawAnswer>> makers = Map.of(
                "short",
                anyText,
                "long",
                anyText,
                "id",
                anyText,
                "sentiment",
                anyText,
                "receivedAt",
                anyText,
                "one",
                field -> choice(random),
                "many",
                field -> choices(random),
                "yes",
                field -> new RawAnswer.Bool(random.nextBoolean()),
                "number",
                field -> number(one(List.of("0", "-5", "3.10", "1e30", "-1E-30", "12345678901234567.5"), random)),
                "date",
                field -> text("2024-02-29"));
        makers.forEach((field, maker) -> {
            if (random.nextInt(4) > 0) {
                answers.put(field, maker.apply(field));
            }
        });
        answers.put("mail", text("=a@b.example"));
        answers.put("score", number(Integer.toString(1 + random.nextInt(5))));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : List.of("plan", "other", "a.b", "=x", "Größe \"L\"", "ref")) {
            if (random.nextBoolean()) {
                attributes.put(name, shortened(one(TEXTS, random)));
            }
        }
        return new Submission(
                answers,
                random.nextBoolean() ? Optional.of(new Language("pt-br")) : Optional.empty(),
                Optional.of(new Channel(random.nextBoolean() ? "widget" : "import")),
                random.nextBoolean()
                        ? Optional.of(new Respondent("=" + random.nextInt(), attributes))
                        : Optional.empty(),
                Optional.of(NOW.minusMillis(random.nextInt(1_000_000_000))));
    }

    private static RawAnswer choice(Random random) {
        return random.nextBoolean()
                ? text(random.nextBoolean() ? "north" : "south")
                : new RawAnswer.Other(one(TEXTS, random));
    }

    private static RawAnswer choices(Random random) {
        List<RawAnswer> chosen =
                new ArrayList<>(List.of(text("north"), text("south"), new RawAnswer.Other(one(TEXTS, random))));
        Collections.shuffle(chosen, random);
        return new RawAnswer.Many(chosen.subList(0, random.nextInt(4)));
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(500, text.length()));
    }

    private static Map<String, String> attributes(int from) {
        Map<String, String> attributes = new LinkedHashMap<>();
        IntStream.range(from, from + 30).forEach(i -> attributes.put("a" + i, "x"));
        return attributes;
    }

    private static FeedbackEntry withAttributes(String id, Map<String, String> attributes) {
        var submission = new Submission(
                Map.of("long", text("a")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Respondent("r", attributes)),
                Optional.empty());
        return new FeedbackEntry(
                feedback(id, submission),
                new AnalysisState.Pending(0, NOW, Optional.empty()),
                Optional.empty(),
                List.of());
    }

    private static FeedbackEntry pending(String id, Map<String, RawAnswer> answers) {
        var submission =
                new Submission(answers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new FeedbackEntry(
                feedback(id, submission),
                new AnalysisState.Pending(0, NOW, Optional.empty()),
                Optional.empty(),
                List.of());
    }

    private static Feedback feedback(String id, Submission submission) {
        return Feedback.on(VERSION, ORGANIZATION, new FeedbackId(id), submission, Optional.empty(), NOW);
    }

    private static Insight insight() {
        return new Insight(
                Language.ENGLISH,
                new Sentiment(SentimentLabel.NEGATIVE, -0.4, 0.81234),
                List.of(new Keyword("wait time", "waiting times"), new Keyword("staff", "staff")),
                new Urgency(Urgency.Level.LOW, Optional.of("slow")),
                List.of(),
                new TextAnalyzer.AnalyzerVersion("built-in", "1"),
                NOW);
    }

    private static String written(List<FeedbackEntry> entries, ImportFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        FeedbackFile.write(entries::stream, format, out);
        return out.toString(UTF_8);
    }

    /// The file as an import reads it, each piece under the id that the file tells it by.
    private static List<Feedback> imported(String file, ImportFormat format) {
        try (Stream<Row> rows = new FileRows().read(new ByteArrayInputStream(file.getBytes(UTF_8)), format)) {
            return rows.map(row -> {
                        var violations = new Violations();
                        var cells = ((Row.Cells) row).cells();
                        ImportedRow read =
                                ImportedRow.read(cells, ImportMapping.AUTOMATIC, VERSION.content(), violations);
                        violations.throwIfAny();
                        return feedback(read.key().orElseThrow(), read.submission());
                    })
                    .toList();
        }
    }

    private static Field field(String key, FieldType type) {
        return new Field(new FieldKey(key), key, Optional.empty(), false, Optional.empty(), type);
    }

    private static RawAnswer text(String text) {
        return new RawAnswer.Text(text);
    }

    private static RawAnswer number(String number) {
        return new RawAnswer.Numeric(new BigDecimal(number));
    }
}
