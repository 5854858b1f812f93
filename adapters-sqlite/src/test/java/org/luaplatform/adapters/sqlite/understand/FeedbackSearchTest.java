package org.luaplatform.adapters.sqlite.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.TestClock.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Unusable;
import org.luaplatform.adapters.sqlite.learn.SqliteFeedbackInbox;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.testing.FilterBuilder;
import org.luaplatform.domain.understand.testing.TestFilters;
import org.luaplatform.domain.understand.testing.TestInsights;

final class FeedbackSearchTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final FormId FORM = new FormId("visit");
    private static final ThemeId THEME = new ThemeId("queues");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws Unusable {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Stream<FeedbackFilter> filters() {
        return IntStream.range(0, 64).mapToObj(FeedbackSearchTest::filter);
    }

    private static FeedbackFilter filter(int choice) {
        FilterBuilder filter = TestFilters.filter();
        if ((choice & 1) != 0) {
            filter.form(FORM);
        }
        if ((choice & 2) != 0) {
            filter.theme(THEME);
        }
        if ((choice & 4) != 0) {
            filter.from(NOON.minusSeconds(40));
        }
        if ((choice & 8) != 0) {
            filter.to(NOON);
        }
        if ((choice & 16) != 0) {
            filter.sentiment(SentimentLabel.NEGATIVE).language(Language.ENGLISH);
        }
        if ((choice & 32) != 0) {
            filter.channel(Channel.API).atLeast(new Satisfaction(10)).atMost(new Satisfaction(90));
        }
        return filter.build();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void the_list_is_walked_along_one_index_from_where_it_begins(FeedbackFilter filter) {
        List<String> plan = plan(FeedbackSearch.along(ORGANIZATION, filter, Place.BEGINNING));

        String lower = filter.from().isPresent() ? " AND occurred_at>?" : "";
        if (filter.theme().isPresent()) {
            assertThat(plan)
                    .containsExactly(
                            "SEARCH t USING PRIMARY KEY (organization=? AND theme=?" + lower
                                    + " AND (occurred_at,id)<(?,?))",
                            "SEARCH f USING INTEGER PRIMARY KEY (rowid=?)");
        } else {
            String begin = filter.form().isPresent() ? "by_form (organization=? AND form=?" : "by_time (organization=?";
            assertThat(plan)
                    .containsExactly("SEARCH f USING INDEX feedback_" + begin + lower + " AND (occurred_at,id)<(?,?))");
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void of_pieces_that_are_known_nothing_else_is_read(FeedbackFilter filter) {
        List<String> plan = plan(FeedbackSearch.among(List.of(1L, 2L), ORGANIZATION, filter, Place.BEGINNING));

        assertThat(plan).first().isEqualTo("SEARCH f USING INTEGER PRIMARY KEY (rowid=?)");
        assertThat(plan).noneMatch(step -> step.matches("SCAN (f|t)\\b.*"));
        assertThat(plan.stream().filter(step -> step.startsWith("SEARCH t")))
                .hasSize(filter.theme().isPresent() ? 1 : 0)
                .allMatch(step -> step.endsWith("(organization=? AND theme=? AND occurred_at=? AND id=?)"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void both_ways_find_what_the_filter_says(FeedbackFilter filter) {
        List<Long> all = receive();

        List<Feedback> along = found(FeedbackSearch.along(ORGANIZATION, filter, Place.BEGINNING));
        List<Feedback> among = found(FeedbackSearch.among(all, ORGANIZATION, filter, Place.BEGINNING));

        assertThat(along).isNotEmpty().hasSizeLessThan(filter.equals(FeedbackFilter.ALL) ? 100 : all.size());
        assertThat(among).isEqualTo(along);
        assertThat(found(FeedbackSearch.along(ORGANIZATION, FeedbackFilter.ALL, Place.BEGINNING)).stream()
                        .filter(along::contains))
                .containsExactlyElementsOf(along);
    }

    @Test
    void a_list_goes_on_after_any_place_and_ends_where_the_filter_does() {
        List<Long> all = receive();
        FeedbackFilter filter = TestFilters.between(NOON.minusSeconds(30), NOON.minusSeconds(10));
        Place inside = new Place(NOON.minusSeconds(20).toEpochMilli(), "");
        Place later = new Place(NOON.toEpochMilli(), "");

        assertThat(found(FeedbackSearch.along(ORGANIZATION, filter, inside))).hasSize(10);
        assertThat(found(FeedbackSearch.along(ORGANIZATION, filter, later))).hasSize(20);
        assertThat(found(FeedbackSearch.among(all, ORGANIZATION, filter, inside)))
                .hasSize(10);
    }

    private List<String> plan(FeedbackSearch search) {
        return database.read(
                session -> session.sql("EXPLAIN QUERY PLAN " + search.text()).all(row -> row.getString("detail")));
    }

    private List<Feedback> found(FeedbackSearch search) {
        return database.read(session -> search.first(session, 1_000)).stream()
                .map(piece -> piece.value().feedback())
                .toList();
    }

    /// Fifty pieces, one a second, that differ in everything.
    private List<Long> receive() {
        var inbox = new SqliteFeedbackInbox(database, _ -> {});
        var queue = new SqliteAnalysisQueue(database);
        var lane = new SqliteCountingLane(database);
        List<Feedback> pieces =
                IntStream.range(0, 50).mapToObj(FeedbackSearchTest::piece).toList();
        var _ = inbox.addAll(pieces);
        var _ = queue.complete(queue.claim(100, NOON, Duration.ofMinutes(1)).stream()
                .map(FeedbackSearchTest::completion)
                .toList());
        var entered =
                lane.enter(ORGANIZATION, "worker", NOON, Duration.ofMinutes(1)).orElseThrow();
        var plan = new CountingLane.Plan(
                ORGANIZATION,
                1,
                pieces.stream()
                        .map(piece -> new CountingLane.Counted(piece.id(), 1, themes(piece), List.of()))
                        .toList(),
                List.of());
        var _ = lane.plan(entered, plan);
        lane.carryOut(plan);
        return database.read(session -> session.sql("SELECT seq FROM feedback").all(row -> row.getLong(1)));
    }

    private static Feedback piece(int i) {
        return TestFeedback.feedback(ORGANIZATION, i % 5 == 0 ? new FormId("other") : FORM)
                .words("piece " + i)
                .score(1 + i % 4)
                .channel(i % 7 == 0 ? "widget" : "api")
                .at(NOON.minusSeconds(i))
                .build();
    }

    private static AnalysisQueue.Completion completion(AnalysisQueue.Claim claim) {
        long second = claim.feedback().occurredAt().getEpochSecond();
        String language = second % 3 == 0 ? "de" : "en";
        SentimentLabel label = second % 2 == 0 ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
        return new AnalysisQueue.Completion(claim, TestInsights.anInsight(language, label));
    }

    private static List<ThemeId> themes(Feedback piece) {
        return piece.occurredAt().getEpochSecond() % 4 == 0 ? List.of(new ThemeId("staff")) : List.of(THEME);
    }
}
