package org.luaplatform.domain.understand.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

/// Feedback that was understood, for tests: an English answer to the question `why` with nothing to it, until the
/// test says more.
public final class TestEntries {

    public static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    public static final FormId FORM = new FormId("visit");
    public static final FieldKey WHY = new FieldKey("why");

    private FeedbackId id = new FeedbackId(TestIds.next());
    private OrganizationId organization = ORGANIZATION;
    private FormId form = FORM;
    private Instant at = TestClock.NOON;
    private Channel channel = Channel.API;
    private Optional<Language> named = Optional.empty();
    private Language language = Language.ENGLISH;
    private Sentiment sentiment = new Sentiment(SentimentLabel.NEUTRAL, 0, 0.5);
    private boolean understood = true;
    private final Map<FieldKey, Answer> answers = new LinkedHashMap<>();
    private final List<Keyword> keywords = new ArrayList<>();
    private List<ThemeId> themes = List.of();

    private TestEntries() {}

    public static TestEntries anEntry() {
        return new TestEntries();
    }

    public TestEntries of(OrganizationId organization) {
        this.organization = organization;
        return this;
    }

    public TestEntries id(String id) {
        this.id = new FeedbackId(id);
        return this;
    }

    public TestEntries on(FormId form) {
        this.form = form;
        return this;
    }

    public TestEntries at(String instant) {
        this.at = Instant.parse(instant);
        return this;
    }

    public TestEntries by(Channel channel) {
        this.channel = channel;
        return this;
    }

    /// What the client said that the language is.
    public TestEntries named(String language) {
        this.named = Optional.of(new Language(language));
        return this;
    }

    /// What the analysis found that the language is.
    public TestEntries writtenIn(String language) {
        this.language = new Language(language);
        return this;
    }

    public TestEntries says(String text) {
        answers.put(WHY, new Answer.Text(text));
        return this;
    }

    public TestEntries scored(String field, Scale scale, int value) {
        answers.put(new FieldKey(field), new Answer.Score(scale, value));
        return this;
    }

    public TestEntries feels(SentimentLabel label, double score) {
        this.sentiment = new Sentiment(label, score, 0.8);
        return this;
    }

    /// Keywords that are displayed as their terms are written.
    public TestEntries about(String... terms) {
        Arrays.stream(terms).map(term -> new Keyword(term, term)).forEach(keywords::add);
        return this;
    }

    public TestEntries about(Keyword keyword) {
        keywords.add(keyword);
        return this;
    }

    public TestEntries under(ThemeId... themes) {
        this.themes = List.of(themes);
        return this;
    }

    /// Its analysis failed too often.
    public TestEntries givenUp() {
        this.understood = false;
        return this;
    }

    public FeedbackEntry entry() {
        var given = new Answers(answers);
        var feedback = new Feedback(
                id,
                organization,
                form,
                1,
                given,
                named,
                channel,
                Optional.empty(),
                at,
                at,
                given.satisfaction(),
                Optional.empty());
        return understood
                ? new FeedbackEntry(feedback, new AnalysisState.Done(), Optional.of(insight()), themes)
                : new FeedbackEntry(feedback, new AnalysisState.Failed(5, "unreadable", at), Optional.empty(), themes);
    }

    private Insight insight() {
        List<Insight.AnswerInsight> answered = answers.containsKey(WHY)
                ? List.of(new Insight.AnswerInsight(WHY, language, sentiment, keywords, Urgency.NONE))
                : List.of();
        return new Insight(
                language,
                sentiment,
                keywords,
                Urgency.NONE,
                answered,
                new TextAnalyzer.AnalyzerVersion("test", "1"),
                at);
    }
}
