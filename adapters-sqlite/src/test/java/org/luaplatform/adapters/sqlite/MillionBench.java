package org.luaplatform.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.TimeSortedIds;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.testing.TestFilters;
import org.luaplatform.domain.understand.testing.TestInsights;

/// Fills a file with feedback of two years, understood and counted, and says what each kind of question then takes.
/// Run it by hand, with the number of pieces and a folder that has room for two kilobytes for each; the numbers are
/// the machine's.
final class MillionBench {

    private static final Instant END = Instant.parse("2026-11-25T00:00:00Z");
    private static final int DAYS = 730;
    private static final OrganizationId ORGANIZATION = new OrganizationId("01jd9w3k5m8qzv7r2x4c6b0n1t");
    private static final List<FormId> FORMS = IntStream.range(0, 5)
            .mapToObj(i -> new FormId("01jd9w3k5m8qzv7r2x4c6b0f0" + i))
            .toList();
    private static final List<ThemeId> THEMES =
            IntStream.range(0, 50).mapToObj(i -> new ThemeId("theme" + i)).toList();
    private static final String[] LANGUAGES = {"en", "en", "en", "de", "fr"};
    private static final String[] CHANNELS = {"widget", "api", "in-store"};

    private final SqliteAdapter adapter;
    private final Random random = new Random(1);
    private final IdGenerator ids = new TimeSortedIds(Clock.systemUTC(), new SecureRandom());

    private MillionBench(SqliteAdapter adapter) {
        this.adapter = adapter;
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1], "million.db");
        boolean isThere = Files.exists(file);
        try (var adapter = SqliteAdapter.open(file)) {
            var bench = new MillionBench(adapter);
            if (!isThere) {
                bench.fill(count);
            }
            System.out.printf("%,d MB, resident %s%n", Files.size(file) >> 20, resident());
            bench.ask();
            System.out.printf("resident %s%n", resident());
        }
    }

    private static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("unknown");
    }

    private void fill(int count) {
        took("add", count, () -> {
            for (int i = 0; i < count; i += 500) {
                var _ = adapter.feedbackInbox()
                        .addAll(IntStream.range(0, 500).mapToObj(_ -> piece()).toList());
            }
        });
        took("understand", count, () -> {
            for (int i = 0; i < count; i += 500) {
                var claims = adapter.analysisQueue().claim(500, END.plusSeconds(1), Duration.ofMinutes(1));
                var _ = adapter.analysisQueue()
                        .complete(claims.stream().map(this::completion).toList());
            }
        });
        took("count", count, () -> {
            for (int i = 0; i < count; i += 500) {
                count();
            }
        });
    }

    private Feedback piece() {
        var text = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            // Few words are common, most are rare.
            text.append("w")
                    .append(Long.toString((long) Math.exp(random.nextDouble() * 11), 36))
                    .append(' ');
        }
        return TestFeedback.feedback(ORGANIZATION, FORMS.get((int) (FORMS.size() * Math.pow(random.nextDouble(), 4))))
                .id(new FeedbackId(ids.next()))
                .at(END.minusSeconds(random.nextInt(DAYS * 86_400)))
                .words(text.toString())
                .score(1 + random.nextInt(5))
                .language(random.nextInt(1_000) == 0 ? "cy" : LANGUAGES[random.nextInt(LANGUAGES.length)])
                .channel(CHANNELS[random.nextInt(CHANNELS.length)])
                .build();
    }

    private AnalysisQueue.Completion completion(AnalysisQueue.Claim claim) {
        SentimentLabel label = random.nextInt(100) == 0 ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
        String language = claim.feedback().language().orElse(Language.ENGLISH).tag();
        return new AnalysisQueue.Completion(claim, TestInsights.anInsight(language, label, "queue"));
    }

    private void count() {
        var lane = adapter.countingLane()
                .enter(ORGANIZATION, "bench", END, Duration.ofMinutes(1))
                .orElseThrow();
        List<CountingLane.Counted> counted = new ArrayList<>();
        Map<String, CountingLane.Change> changes = new TreeMap<>();
        for (var waiting : adapter.countingLane().uncounted(ORGANIZATION, 500)) {
            Feedback feedback = waiting.entry().feedback();
            ThemeId theme = THEMES.get((int) (THEMES.size() * Math.pow(random.nextDouble(), 3)));
            counted.add(new CountingLane.Counted(feedback.id(), waiting.revision(), List.of(theme), List.of()));
            var key = new Bucket.Key(
                    Bucket.Kind.FIGURES,
                    feedback.form(),
                    LocalDate.ofInstant(feedback.occurredAt(), ZoneOffset.UTC),
                    feedback.channel(),
                    waiting.entry().language());
            int slot = (int) (feedback.occurredAt().getEpochSecond() % 86_400 / 900);
            changes.put(
                    key + "/" + slot,
                    new CountingLane.Change(
                            key, slot, new Tally(Map.of("volume", 1L, "sentiment.positive", 1L, "score.5", 1L))));
        }
        var plan = new CountingLane.Plan(ORGANIZATION, lane.sequence() + 1, counted, List.copyOf(changes.values()));
        var _ = adapter.countingLane().plan(lane, plan);
        adapter.countingLane().carryOut(plan);
    }

    private void ask() {
        var middle = END.minus(Duration.ofDays(DAYS / 2));
        page("all", FeedbackFilter.ALL);
        page("the largest form", TestFilters.ofForm(FORMS.getFirst()));
        page("the smallest form", TestFilters.ofForm(FORMS.getLast()));
        page("an hour a year ago", TestFilters.between(middle, middle.plusSeconds(3_600)));
        page("negative (1 %)", TestFilters.feeling(SentimentLabel.NEGATIVE));
        page("neutral (none)", TestFilters.feeling(SentimentLabel.NEUTRAL));
        page("Welsh (0.1 %)", TestFilters.speaking("cy"));
        page(
                "Welsh by form",
                TestFilters.filter()
                        .form(FORMS.get(2))
                        .language(new Language("cy"))
                        .build());
        page("a channel without any", TestFilters.by("nowhere"));
        page("the largest theme", TestFilters.about(THEMES.getFirst()));
        page("the smallest theme", TestFilters.about(THEMES.getLast()));
        page("a rare word", TestFilters.saying("w" + Long.toString(50_000, 36)));
        page("a common word", TestFilters.saying("w1"));
        page("the beginning of all words", TestFilters.saying("w"));
        page(
                "common words, Welsh",
                TestFilters.filter().words("w1 w2").language(new Language("cy")).build());
        page("no word", TestFilters.saying("unheardof"));
        median("statistics of a year", () -> adapter.buckets().read(ORGANIZATION, year(Optional.empty())));
        median("of a form", () -> adapter.buckets().read(ORGANIZATION, year(Optional.of(FORMS.getLast()))));
        median("backlog", () -> adapter.analysisQueue().backlog());
        median("waiting to be counted", () -> adapter.countingLane().waiting(10));
    }

    /// As for a chart of days in Berlin.
    private static Buckets.Selection year(Optional<FormId> form) {
        LocalDate end = LocalDate.ofInstant(END, ZoneOffset.UTC);
        return new Buckets.Selection(
                Bucket.Kind.FIGURES, end.minusYears(1), end, form, Optional.empty(), Optional.empty(), Set.of(88, 92));
    }

    private void page(String name, FeedbackFilter filter) {
        median(name, () -> adapter.feedbackEntries().search(ORGANIZATION, filter, PageRequest.first(50)));
    }

    private static void median(String name, Supplier<?> question) {
        double[] millis = new double[21];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            var _ = question.get();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%-28s %8.2f ms (at most %.2f)%n", name, millis[10], millis[20]);
    }

    private static void took(String name, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,.0f/s%n", name, count / ((System.nanoTime() - start) / 1e9));
    }
}
