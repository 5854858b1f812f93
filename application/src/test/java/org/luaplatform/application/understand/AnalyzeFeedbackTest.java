package org.luaplatform.application.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.Urgency;

final class AnalyzeFeedbackTest {

    private final Understanding world = new Understanding();

    private int analyze() {
        return world.analyzeFeedback().handle(AnalyzeFeedback.Command.USUAL);
    }

    @Test
    void each_answer_in_words_is_understood_and_all_of_them_together() {
        var id = world.receive(
                "bad #queue",
                Map.of(Understanding.BETTER, new Answer.Text("bad #danger"), new FieldKey("score"), score(2)),
                _ -> {});

        int tried = analyze();

        assertThat(tried).isEqualTo(1);
        var insight = world.entry(id).insight().orElseThrow();
        assertThat(insight.answers())
                .extracting(Insight.AnswerInsight::field)
                .containsExactlyInAnyOrder(Understanding.WHY, Understanding.BETTER);
        assertThat(insight.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(insight.keywords()).extracting(Keyword::term).containsExactlyInAnyOrder("queue", "danger");
        assertThat(insight.urgency().level()).isEqualTo(Urgency.Level.HIGH);
        assertThat(insight.analyzer()).isEqualTo(new TextAnalyzer.AnalyzerVersion("tags", "1"));
        assertThat(insight.analysedAt()).isEqualTo(TestClock.NOON);
    }

    @Test
    void feedback_without_words_is_understood_as_saying_nothing() {
        var id = world.receive(
                "", Map.of(new FieldKey("score"), score(5)), given -> given.language = Optional.of(new Language("fr")));

        analyze();

        var insight = world.entry(id).insight().orElseThrow();
        assertThat(insight.sentiment()).isEqualTo(Sentiment.NOT_ASSESSED);
        assertThat(insight.language()).isEqualTo(new Language("fr"));
        assertThat(insight.answers()).isEmpty();
    }

    @Test
    void whoever_operates_and_whoever_looks_on_are_told() {
        var id = world.receive("bad");
        world.clock.advance(Duration.ofSeconds(3));

        analyze();

        assertThat(world.signals.told).containsExactly("analysed 1 after PT3S");
        assertThat(world.nudges).hasValue(1);
        assertThat(world.news.told).singleElement().satisfies(news -> {
            assertThat(news.type()).isEqualTo("feedback.analysed");
            assertThat(news.organization()).isEqualTo(world.acme);
            assertThat(news.facts())
                    .containsEntry("feedback", id.value())
                    .containsEntry("form", world.form.value())
                    .containsEntry("sentiment", "NEGATIVE")
                    .containsEntry("urgency", "NONE");
        });
    }

    @Test
    void nothing_is_done_where_nothing_waits() {
        int tried = analyze();

        assertThat(tried).isZero();
        assertThat(world.nudges).hasValue(0);
        assertThat(world.signals.told).isEmpty();
    }

    @Test
    void a_round_takes_no_more_than_it_was_told() {
        world.receive("good");
        world.receive("good");
        world.receive("good");

        int tried = world.analyzeFeedback().handle(new AnalyzeFeedback.Command(2, Duration.ofMinutes(1)));

        assertThat(tried).isEqualTo(2);
        assertThat(world.backlog().pending()).isEqualTo(1);
    }

    @Test
    void a_text_that_cannot_be_read_stops_no_other() {
        world.receive("poison");
        var id = world.receive("good");

        analyze();

        assertThat(world.entry(id).analysis()).isEqualTo(new AnalysisState.Done());
        assertThat(world.signals.told).containsExactly("failed", "analysed 1 after PT0S");
    }

    @Test
    void a_text_that_cannot_be_read_is_tried_five_times_with_longer_and_longer_pauses() {
        var id = world.receive("poison");

        List<Duration> pauses = new ArrayList<>();
        for (int tries = 1; tries < 5; tries++) {
            analyze();
            var pending = (AnalysisState.Pending) world.entry(id).analysis();
            pauses.add(Duration.between(world.clock.instant(), pending.dueAt()));
            world.clock.advance(pauses.getLast());
        }
        analyze();

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(160),
                        Duration.ofSeconds(640));
        assertThat(world.entry(id).analysis())
                .isEqualTo(new AnalysisState.Failed(
                        5, "java.lang.IllegalStateException: cannot read this", world.clock.instant()));
        assertThat(world.signals.told).containsExactly("failed", "failed", "failed", "failed", "gave up");
        assertThat(world.nudges).as("it is to be counted").hasValue(1);
    }

    @Test
    void a_failed_text_waits_for_its_time() {
        world.receive("poison");
        analyze();
        world.clock.advance(Duration.ofSeconds(9));

        int tried = analyze();

        assertThat(tried).isZero();
    }

    @Test
    void a_long_problem_is_cut_short() {
        world.analyzer = failingWith(new IllegalStateException("x".repeat(2_000)));
        var id = world.receive("good");

        analyze();

        var pending = (AnalysisState.Pending) world.entry(id).analysis();
        assertThat(pending.lastProblem().orElseThrow()).hasSize(500);
    }

    @Test
    void a_text_too_deep_for_the_analyzer_counts_as_unreadable() {
        world.analyzer = failingWith(new StackOverflowError());
        var id = world.receive("good");

        analyze();

        assertThat(world.entry(id).analysis()).isInstanceOf(AnalysisState.Pending.class);
        assertThat(world.signals.told).containsExactly("failed");
    }

    @Test
    void no_text_is_parked_soon_because_the_analyzer_is_away() {
        world.analyzer = failingWith(new Unavailable("model"));
        var id = world.receive("good");

        for (int tries = 0; tries < 7; tries++) {
            analyze();
            world.clock.advance(Duration.ofMinutes(31));
        }

        assertThat(world.entry(id).analysis()).isInstanceOf(AnalysisState.Pending.class);
    }

    @Test
    void a_text_that_takes_the_process_down_is_parked_and_takes_no_other_along() {
        world.analyzer = new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                if (passage.text().contains("bomb")) {
                    throw new Mortal.Death();
                }
                return super.analyze(passage);
            }
        };
        for (int i = 0; i < 7; i++) {
            world.receive("good");
        }
        var bomb = world.receive("bomb");
        for (int i = 0; i < 7; i++) {
            world.receive("good");
        }

        for (int round = 0; round < 12; round++) {
            try {
                analyze();
            } catch (Mortal.Death _) {
                world.clock.advance(Duration.ofMinutes(3));
            }
        }

        assertThat(world.entry(bomb).analysis())
                .isEqualTo(new AnalysisState.Failed(11, "its analysis never came to an end", world.clock.instant()));
        assertThat(world.entries())
                .filteredOn(entry -> !entry.feedback().id().equals(bomb))
                .extracting(FeedbackEntry::analysis)
                .containsOnly(new AnalysisState.Done());
    }

    @Test
    void what_another_worker_has_stored_meanwhile_is_not_told_twice() {
        world.receive("good");
        world.analyzer = new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                world.analyzer = new TaggedTextAnalyzer();
                world.clock.advance(Duration.ofMinutes(3));
                analyzeElsewhere();
                return super.analyze(passage);
            }
        };

        analyze();

        assertThat(world.signals.told).containsExactly("analysed 1 after PT3M");
        assertThat(world.nudges).hasValue(1);
    }

    private void analyzeElsewhere() {
        int tried = analyze();
        assertThat(tried).isEqualTo(1);
    }

    @Test
    void the_analyzer_is_told_the_question_as_it_was_when_it_was_answered() {
        List<TextAnalyzer.Passage> read = recordPassages();
        world.stores
                .forms()
                .archive(world.acme, new FormVersion(world.form, 1, content("What was bad?"), TestClock.NOON));
        addForm(content("What was good?"));
        world.receive("Nothing.");

        analyze();

        assertThat(read)
                .containsExactly(new TextAnalyzer.Passage("Nothing.", Optional.empty(), Optional.of("What was bad?")));
    }

    @Test
    void the_question_is_that_of_the_form_if_its_version_is_not_there() {
        List<TextAnalyzer.Passage> read = recordPassages();
        addForm(content("What was good?"));
        world.receive("Nothing.");

        analyze();

        assertThat(read).extracting(TextAnalyzer.Passage::question).containsExactly(Optional.of("What was good?"));
    }

    @Test
    void the_question_is_that_in_the_respondents_language() {
        List<TextAnalyzer.Passage> read = recordPassages();
        addForm(content("What was good?"));
        world.receive("Nichts.", Map.of(), given -> given.language = Optional.of(new Language("de-AT")));
        world.receive("Nothing.", Map.of(), given -> given.language = Optional.of(new Language("en-GB")));
        world.receive("Niente.", Map.of(), given -> given.language = Optional.of(new Language("it")));

        analyze();

        assertThat(read)
                .extracting(TextAnalyzer.Passage::question)
                .containsExactly(
                        Optional.of("Was war gut?"), Optional.of("What was good?"), Optional.of("What was good?"));
    }

    @Test
    void words_under_other_are_read_as_the_answer_to_their_question() {
        List<TextAnalyzer.Passage> read = recordPassages();
        addForm(content("What was good?"));
        world.receive(
                "", Map.of(new FieldKey("where"), new Answer.Choice(List.of(), Optional.of("On the phone"))), _ -> {});

        analyze();

        assertThat(read)
                .containsExactly(new TextAnalyzer.Passage("On the phone", Optional.empty(), Optional.of("Where?")));
    }

    @Test
    void a_form_that_nobody_knows_any_more_is_no_obstacle() {
        List<TextAnalyzer.Passage> read = recordPassages();
        var id = world.receive("good");

        analyze();

        assertThat(read).extracting(TextAnalyzer.Passage::question).containsExactly(Optional.empty());
        assertThat(world.entry(id).analysis()).isEqualTo(new AnalysisState.Done());
    }

    @Test
    void what_was_given_up_is_listed_for_its_organization_only_and_can_be_tried_again() {
        var id = world.receive("poison");
        for (int tries = 0; tries < 5; tries++) {
            analyze();
            world.clock.advance(Duration.ofHours(1));
        }
        var list = new ListFailedAnalyses(world.stores.analysisQueue());
        var listed = list.handle(world.analyst, new ListFailedAnalyses.Query(world.acme, PageRequest.first(10)));
        world.analyzer = new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                return super.analyze(new Passage("good", passage.hint(), passage.question()));
            }
        };

        new RetryAnalysis(world.stores.analysisQueue(), world.clock, world.nudges::incrementAndGet)
                .handle(world.analyst, new RetryAnalysis.Command(id));
        analyze();

        assertThat(listed.items()).extracting(entry -> entry.feedback().id()).containsExactly(id);
        assertThat(world.entry(id).analysis()).isEqualTo(new AnalysisState.Done());
        assertThat(list.handle(world.analyst, new ListFailedAnalyses.Query(world.acme, PageRequest.first(10)))
                        .items())
                .isEmpty();
    }

    private static Answer score(int value) {
        return new Answer.Score(new Scale.Rating(5), value);
    }

    private List<TextAnalyzer.Passage> recordPassages() {
        List<TextAnalyzer.Passage> read = new ArrayList<>();
        world.analyzer = new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                read.add(passage);
                return super.analyze(passage);
            }
        };
        return read;
    }

    private static TextAnalyzer failingWith(Throwable failure) {
        return new TaggedTextAnalyzer() {
            @Override
            public Analysis analyze(Passage passage) {
                switch (failure) {
                    case RuntimeException exception -> throw exception;
                    case Error error -> throw error;
                    case Throwable other -> throw new AssertionError(other);
                }
            }
        };
    }

    private void addForm(FormContent content) {
        world.stores
                .forms()
                .add(new Form.Draft(world.form, world.acme, content, FormSettings.PUBLIC, TestClock.NOON)
                        .published(TestClock.NOON));
    }

    private static FormContent content(String question) {
        return new FormContent(
                "Visit",
                Optional.empty(),
                Language.ENGLISH,
                List.of(
                        field("why", question, new FieldType.LongText(2_000)),
                        field(
                                "where",
                                "Where?",
                                new FieldType.SingleChoice(List.of(new Option(new FieldKey("shop"), "Shop")), true))),
                Map.of(
                        new Language("de"),
                        new FormTranslation(
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(
                                        Understanding.WHY,
                                        new FormTranslation.FieldTranslation(
                                                Optional.of("Was war gut?"), Optional.empty(), Map.of())))));
    }

    private static Field field(String key, String label, FieldType type) {
        return new Field(new FieldKey(key), label, Optional.empty(), false, Optional.empty(), type);
    }
}
