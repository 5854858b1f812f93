package org.luaplatform.adapters.sqlite.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Unusable;
import org.luaplatform.adapters.sqlite.learn.SqliteFeedbackInbox;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Paging;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SearchWords;
import org.luaplatform.domain.understand.testing.TestFilters;

/// The ways to find words, by how common those are and how far the index got. Whichever is taken, what is found is
/// what the filter says.
final class WordSearchTest {

    private static final int PIECES = 3_000;

    @TempDir
    private Path folder;

    private Database database;
    private SqliteFeedbackInbox inbox;
    private SqliteFeedbackEntries entries;
    private WordIndex index;

    private final OrganizationId organization = TestOrganizations.anId();
    private final FormId form = TestForms.anId();
    private final List<Feedback> latestFirst = new ArrayList<>();

    @BeforeEach
    void open() throws Unusable {
        database = Database.open(folder.resolve("test.db"));
        inbox = new SqliteFeedbackInbox(database, _ -> {});
        entries = new SqliteFeedbackEntries(database);
        index = new WordIndex(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everywhere",
                "every",
                "e",
                "formerly",
                "former everywhere",
                "rare",
                "rare everywhere",
                "ra every",
                "number17",
                "number1 rare",
                "unheardof",
                "everywhere unheardof",
            })
    void finds_by_common_and_rare_words_whether_they_are_indexed_or_not(String words) {
        receive();
        FeedbackFilter filter = TestFilters.saying(words);
        List<Feedback> expected = expected(filter);

        List<Feedback> beforeIndexing = found(filter);
        var _ = index.advance();
        List<Feedback> partlyIndexed = found(filter);
        indexAll();
        List<Feedback> indexed = found(filter);

        assertThat(beforeIndexing).isEqualTo(expected);
        assertThat(partlyIndexed).isEqualTo(expected);
        assertThat(indexed).isEqualTo(expected);
        assertThat(streamed(filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"\"",
                "rare\"",
                "rare*",
                "*rare",
                "rare AND",
                "NOT rare",
                "rare OR number17",
                "NEAR(rare number17)",
                "words:rare",
                "{words}:rare",
                "-rare",
                "+rare",
                "^rare",
                "(((rare",
                "rare)",
                "'; DROP TABLE feedback; --",
                "rare\u0000number17",
                "1§rare",
                "😀 rare",
                "\uD83D rare",
                "%rare%",
                "?1",
            })
    void no_words_are_a_mistake(String words) {
        receive();
        indexAll();
        FeedbackFilter filter = TestFilters.saying(words);

        assertThat(found(filter)).isEqualTo(expected(filter));
    }

    @Test
    void words_go_together_with_everything_else() {
        receive();
        indexAll();
        FeedbackFilter filter = TestFilters.filter()
                .words("rare")
                .form(form)
                .from(TestClock.NOON.minusSeconds(2_000))
                .to(TestClock.NOON.minusSeconds(1_000))
                .build();

        assertThat(found(filter)).isEqualTo(expected(filter)).isNotEmpty();
    }

    @Test
    void what_just_arrived_is_found_at_once() {
        receive();
        indexAll();
        Feedback latest = piece("brandnew", -1);
        var _ = inbox.add(latest);

        assertThat(found(TestFilters.saying("brandnew"))).containsExactly(latest);
    }

    @Test
    void nobody_finds_the_words_of_others() {
        receive();
        indexAll();

        assertThat(entries.search(TestOrganizations.anId(), TestFilters.saying("rare"), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(indexed(TestOrganizations.anId(), "rare")).isEmpty();
        assertThat(indexed(organization, "rare")).hasSize(PIECES / 50);
    }

    @Test
    void what_was_left_when_a_process_ended_is_indexed_by_the_next() throws Unusable {
        receive();
        database.close();
        open();

        try (var _ = new WordIndexer(database)) {
            await().until(() -> reached() == PIECES);
        }

        assertThat(index.advance()).isZero();
    }

    @Test
    void what_arrives_is_indexed_as_soon_as_it_is_quiet() {
        try (var indexer = new WordIndexer(database)) {
            var listening = new SqliteFeedbackInbox(database, indexer);
            var _ = listening.add(piece("first", 0));
            await().until(() -> reached() == 1);

            var _ = listening.addAll(List.of(piece("second", 1), piece("third", 2)));

            await().until(() -> reached() == 3);
        }
    }

    @Test
    void a_rush_is_indexed_while_it_goes_on() {
        receive();
        try (var indexer = new WordIndexer(database)) {
            await().until(() -> {
                // It is never quiet, for something arrives between any two looks.
                indexer.arrived(1_000);
                return reached() == PIECES;
            });
        }
    }

    /// The latest tenth says nothing of what there was formerly.
    private void receive() {
        for (int i = 0; i < PIECES; i++) {
            String text =
                    "everywhere number" + i + (i % 50 == 0 ? " Rare," : "") + (i > PIECES / 10 ? " formerly" : "");
            latestFirst.add(piece(text, i));
        }
        for (int i = 0; i < PIECES; i += 1_000) {
            var _ = inbox.addAll(latestFirst.subList(i, i + 1_000));
        }
    }

    private Feedback piece(String text, int secondsAgo) {
        return TestFeedback.feedback(organization, form)
                .words(text)
                .at(TestClock.NOON.minusSeconds(secondsAgo))
                .build();
    }

    private void indexAll() {
        while (index.advance() > 0) {
            // The next chunk follows.
        }
    }

    private List<Long> indexed(OrganizationId owner, String words) {
        return database.read(session -> WordIndex.find(session, owner, SearchWords.of(words), PIECES))
                .orElseThrow();
    }

    private long reached() {
        return database.read(WordIndex::reached);
    }

    private List<Feedback> expected(FeedbackFilter filter) {
        try (var all = entries.stream(organization, FeedbackFilter.ALL)) {
            return all.filter(filter::matches).map(FeedbackEntry::feedback).toList();
        }
    }

    private List<Feedback> found(FeedbackFilter filter) {
        return Paging.all(200, page -> entries.search(organization, filter, page)).stream()
                .map(FeedbackEntry::feedback)
                .toList();
    }

    private List<Feedback> streamed(FeedbackFilter filter) {
        try (var found = entries.stream(organization, filter)) {
            return found.map(FeedbackEntry::feedback).toList();
        }
    }
}
