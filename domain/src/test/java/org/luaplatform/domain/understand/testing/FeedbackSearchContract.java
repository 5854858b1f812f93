package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestFeedback.feedback;
import static org.luaplatform.domain.understand.testing.TestInsights.anInsight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Paging;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.ThemeId;

/// What every adapter of [org.luaplatform.domain.understand.FeedbackEntries] finds: what [FeedbackFilter#matches],
/// and nothing else, however it looks things up.
public interface FeedbackSearchContract extends FeedbackPorts {

    @Test
    default void finds_the_feedback_of_a_form() {
        var organization = TestOrganizations.anId();
        var wanted = received(feedback(organization).build());
        var _ = received(feedback(organization).build());

        assertThat(found(organization, TestFilters.ofForm(wanted.form()))).containsExactly(wanted);
    }

    @Test
    default void finds_what_was_said_from_a_moment_up_to_but_without_another() {
        var organization = TestOrganizations.anId();
        List<Feedback> seconds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            seconds.add(received(
                    feedback(organization).at(TestClock.NOON.plusSeconds(i)).build()));
        }

        var inside =
                found(organization, TestFilters.between(TestClock.NOON.plusSeconds(1), TestClock.NOON.plusSeconds(3)));

        assertThat(inside).containsExactly(seconds.get(2), seconds.get(1));
    }

    @Test
    default void finds_what_feels_like_this_once_it_was_understood() {
        var organization = TestOrganizations.anId();
        var sad = understood(feedback(organization).build(), anInsight(SentimentLabel.NEGATIVE));
        var _ = understood(feedback(organization).build(), anInsight(SentimentLabel.POSITIVE));
        var odd = understood(feedback(organization).build(), anInsight(SentimentLabel.NOT_ASSESSED));
        var _ = received(feedback(organization).build());

        assertThat(found(organization, TestFilters.feeling(SentimentLabel.NEGATIVE)))
                .containsExactly(sad);
        assertThat(found(organization, TestFilters.feeling(SentimentLabel.NOT_ASSESSED)))
                .containsExactly(odd);
        assertThat(found(organization, TestFilters.feeling(SentimentLabel.NEUTRAL)))
                .isEmpty();
    }

    @Test
    default void finds_by_the_newest_insight_and_by_no_earlier_one() {
        var organization = TestOrganizations.anId();
        var piece = understood(feedback(organization).build(), anInsight(SentimentLabel.NEGATIVE));

        understoodAgain(piece, anInsight("fr", SentimentLabel.POSITIVE));

        assertThat(found(organization, TestFilters.feeling(SentimentLabel.NEGATIVE)))
                .isEmpty();
        assertThat(found(organization, TestFilters.feeling(SentimentLabel.POSITIVE)))
                .containsExactly(piece);
        assertThat(found(organization, TestFilters.speaking("fr"))).containsExactly(piece);
        assertThat(found(organization, TestFilters.speaking("en"))).isEmpty();
    }

    @Test
    default void finds_the_feedback_under_a_theme() {
        var organization = TestOrganizations.anId();
        var queues = new ThemeId(TestIds.next());
        var staff = new ThemeId(TestIds.next());
        var both = counted(feedback(organization).build(), anInsight(SentimentLabel.NEUTRAL), List.of(queues, staff));
        var _ = counted(feedback(organization).build(), anInsight(SentimentLabel.NEUTRAL), List.of(queues));
        var _ = counted(feedback(organization).build(), anInsight(SentimentLabel.NEUTRAL), List.of());

        assertThat(found(organization, TestFilters.about(staff))).containsExactly(both);
    }

    @Test
    default void finds_within_bounds_of_satisfaction_and_nothing_without_a_score() {
        var organization = TestOrganizations.anId();
        List<Feedback> scores = new ArrayList<>();
        for (int score = 1; score <= 5; score++) {
            scores.add(received(feedback(organization).score(score).build()));
        }
        var _ = received(feedback(organization).words("no score").build());

        assertThat(found(
                        organization,
                        TestFilters.filter().atLeast(new Satisfaction(50)).build()))
                .containsExactly(scores.get(4), scores.get(3), scores.get(2));
        assertThat(found(
                        organization,
                        TestFilters.filter().atMost(new Satisfaction(50)).build()))
                .containsExactly(scores.get(2), scores.get(1), scores.get(0));
        assertThat(found(organization, TestFilters.satisfied(0, 0))).containsExactly(scores.getFirst());
        assertThat(found(organization, TestFilters.satisfied(0, 100))).hasSize(5);
    }

    @Test
    default void finds_a_language_with_all_its_regions() {
        var organization = TestOrganizations.anId();
        var named = received(feedback(organization).language("pt-br").build());
        var detected =
                understood(feedback(organization).language("en").build(), anInsight("pt", SentimentLabel.NEUTRAL));
        var _ = understood(feedback(organization).language("pt").build(), anInsight("en", SentimentLabel.NEUTRAL));
        var unknown = received(feedback(organization).build());

        assertThat(found(organization, TestFilters.speaking("pt"))).containsExactly(detected, named);
        assertThat(found(organization, TestFilters.speaking("pt-pt"))).containsExactly(detected, named);
        assertThat(found(organization, TestFilters.speaking("und"))).containsExactly(unknown);
    }

    @Test
    default void finds_what_came_by_a_channel() {
        var organization = TestOrganizations.anId();
        var widget = received(feedback(organization).channel("widget").build());
        var _ = received(feedback(organization).channel("api").build());

        assertThat(found(organization, TestFilters.by("widget"))).containsExactly(widget);
    }

    @Test
    default void finds_the_beginnings_of_words_whatever_their_case_and_accents() {
        var organization = TestOrganizations.anId();
        var piece = received(feedback(organization)
                .words("The Queues at the CAFÉ (really!) don't move; naïve über-Grüße: 5000 people")
                .build());

        for (String words : List.of(
                "queue",
                "QUEUES",
                "cafe",
                "café",
                "CAFÉ",
                "naive",
                "ÜBER",
                "gruße",
                "gru",
                "really",
                "don",
                "don't",
                "5000",
                "50",
                "move naive",
                "über-Grü",
                "  people\t queues ",
                "(really)",
                "")) {
            assertThat(found(organization, TestFilters.saying(words))).as(words).containsExactly(piece);
        }
        for (String words : List.of("ueues", "queuesx", "really not", "afe", "50001", "queues missing", "am")) {
            assertThat(found(organization, TestFilters.saying(words))).as(words).isEmpty();
        }
    }

    @Test
    default void finds_words_of_all_the_respondents_texts_and_of_nothing_else() {
        var organization = TestOrganizations.anId();
        var piece = received(feedback(organization)
                .words("Queues")
                .answer("more", new Answer.Text("Parking"))
                .answer("where", new Answer.Choice(List.of(new FieldKey("north")), Optional.of("by the roof")))
                .answer("mail", new Answer.Email("ada@example.org"))
                .answer("again", new Answer.YesNo(true))
                .build());

        for (String words : List.of("queues", "parking", "roof", "queues parking roof")) {
            assertThat(found(organization, TestFilters.saying(words))).as(words).containsExactly(piece);
        }
        for (String words : List.of("north", "ada", "true", "why", "where")) {
            assertThat(found(organization, TestFilters.saying(words))).as(words).isEmpty();
        }
    }

    @Test
    default void finds_words_in_other_scripts() {
        var organization = TestOrganizations.anId();
        var russian =
                received(feedback(organization).words("Очередь слишком длинная").build());
        var greek = received(feedback(organization).words("Μεγάλη ουρά").build());
        var hindi = received(feedback(organization).words("कतार बहुत लंबी है").build());

        assertThat(found(organization, TestFilters.saying("очер"))).containsExactly(russian);
        assertThat(found(organization, TestFilters.saying("ουρα μεγ"))).containsExactly(greek);
        assertThat(found(organization, TestFilters.saying("बहुत"))).containsExactly(hindi);
    }

    @Test
    default void whatever_is_searched_for_is_taken_as_words() {
        var organization = TestOrganizations.anId();
        var piece =
                received(feedback(organization).words("one or two near three").build());

        for (String words : List.of(
                "\"",
                "'",
                "*",
                "one*",
                "\"one two\"",
                "one OR two",
                "NEAR(one, two)",
                "^one",
                "-two",
                "one AND two",
                "(",
                ")",
                "one)",
                "{one}",
                "one:two",
                "%",
                "_",
                "$one",
                ".*",
                "[one",
                "\\",
                "\u0000",
                "one\u0000two",
                "😀")) {
            List<Feedback> expected =
                    TestFilters.saying(words).matches(entry(organization, piece)) ? List.of(piece) : List.of();
            assertThat(found(organization, TestFilters.saying(words))).as(words).isEqualTo(expected);
        }
    }

    @Test
    default void finds_what_a_filter_matches_and_nothing_else() {
        var organization = TestOrganizations.anId();
        var random = new Random(20_260_302);
        var forms = List.of(TestForms.anId(), TestForms.anId());
        var themes = List.of(new ThemeId(TestIds.next()), new ThemeId(TestIds.next()), new ThemeId(TestIds.next()));
        for (int i = 0; i < 60; i++) {
            var piece = aRandomPiece(organization, forms, random);
            switch (random.nextInt(3)) {
                case 0 -> received(piece);
                case 1 -> understood(piece, aRandomInsight(random));
                default -> counted(piece, aRandomInsight(random), some(themes, random));
            }
        }
        List<FeedbackEntry> all = entries(organization, FeedbackFilter.ALL);
        assertThat(all).hasSize(60);

        for (int i = 0; i < 80; i++) {
            FeedbackFilter filter = aRandomFilter(forms, themes, random);
            List<FeedbackEntry> expected = all.stream().filter(filter::matches).toList();
            assertThat(entries(organization, filter)).as(filter.toString()).isEqualTo(expected);
            try (Stream<FeedbackEntry> stream = feedbackEntries().stream(organization, filter)) {
                assertThat(stream).as(filter.toString()).isEqualTo(expected);
            }
        }
    }

    private static Feedback aRandomPiece(OrganizationId organization, List<FormId> forms, Random random) {
        var piece = feedback(organization, one(forms, random))
                .at(aRandomInstant(random))
                .channel(one(List.of("api", "widget", "mail"), random));
        if (random.nextBoolean()) {
            piece.score(1 + random.nextInt(5));
        }
        if (random.nextBoolean()) {
            piece.words(String.join(
                    " ", some(List.of("Queues", "queue", "staff", "Café", "clean", "slow", "2026"), random)));
        }
        if (random.nextBoolean()) {
            piece.language(one(List.of("en", "en-gb", "de", "pt-br"), random));
        }
        return piece.build();
    }

    private static Insight aRandomInsight(Random random) {
        return anInsight(
                one(List.of("en", "de", "pt", "und"), random), one(List.of(SentimentLabel.values()), random), "queue");
    }

    private static FeedbackFilter aRandomFilter(List<FormId> forms, List<ThemeId> themes, Random random) {
        return new FeedbackFilter(
                maybe(forms, random),
                random.nextInt(3) == 0 ? Optional.of(aRandomInstant(random)) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(aRandomInstant(random)) : Optional.empty(),
                maybe(List.of(SentimentLabel.values()), random),
                maybe(themes, random),
                maybe(List.of(new Satisfaction(0), new Satisfaction(25), new Satisfaction(60)), random),
                maybe(List.of(new Satisfaction(50), new Satisfaction(75), new Satisfaction(100)), random),
                maybe(List.of(Language.ENGLISH, new Language("pt"), new Language("de-at")), random),
                maybe(List.of(Channel.API, new Channel("widget")), random),
                maybe(List.of("queue", "staff slow", "cafe", "20", "s", "unheard"), random));
    }

    private static Instant aRandomInstant(Random random) {
        return TestClock.NOON.plusSeconds(random.nextInt(20));
    }

    private static <T> T one(List<T> candidates, Random random) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    private static <T> Optional<T> maybe(List<T> candidates, Random random) {
        return random.nextInt(4) == 0 ? Optional.of(one(candidates, random)) : Optional.empty();
    }

    private static <T> List<T> some(List<T> candidates, Random random) {
        return candidates.stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    private FeedbackEntry entry(OrganizationId organization, Feedback piece) {
        return feedbackEntries().find(organization, piece.id()).orElseThrow();
    }

    private List<Feedback> found(OrganizationId organization, FeedbackFilter filter) {
        return entries(organization, filter).stream()
                .map(FeedbackEntry::feedback)
                .toList();
    }

    private List<FeedbackEntry> entries(OrganizationId organization, FeedbackFilter filter) {
        return Paging.all(7, page -> feedbackEntries().search(organization, filter, page));
    }
}
