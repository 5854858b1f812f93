package org.luaplatform.adapters.documents.understand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.learn.FileRows;
import org.luaplatform.adapters.documents.learn.Formulas;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.CellText;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.ThemeId;

/// The columns that some feedback has as CSV. The insight's lie behind `insight.`, since no field's key has a dot:
/// a form that asks for `sentiment` would otherwise be answered by the analyzer when its export is imported.
final class FeedbackColumns {

    private static final String SEPARATOR = "|";

    /// @param cell its text for one piece of feedback; empty if there is none
    private record Column(String name, Function<FeedbackEntry, String> cell) {}

    private static final List<Column> ABOUT = List.of(
            new Column("id", entry -> entry.feedback().id().value()),
            new Column("formId", entry -> entry.feedback().form().value()),
            new Column("formVersion", entry -> Integer.toString(entry.feedback().formVersion())),
            new Column("occurredAt", entry -> entry.feedback().occurredAt().toString()),
            new Column("receivedAt", entry -> entry.feedback().receivedAt().toString()),
            new Column(
                    "language",
                    entry -> entry.feedback().language().map(Language::tag).orElse("")),
            new Column("channel", entry -> entry.feedback().channel().name()),
            new Column(
                    "respondent.ref",
                    entry -> entry.feedback().respondent().map(Respondent::ref).orElse("")));

    /// How every header begins.
    static final String BEGINNING =
            String.join(",", ABOUT.stream().map(Column::name).toList());

    private static final List<Column> INSIGHT = List.of(
            ofInsight("language", insight -> insight.language().tag()),
            ofInsight(
                    "sentiment.label",
                    insight -> EnumText.of(insight.sentiment().label())),
            ofInsight(
                    "sentiment.score",
                    insight ->
                            FeedbackObject.rounded(insight.sentiment().score()).toPlainString()),
            ofInsight(
                    "sentiment.confidence",
                    insight -> FeedbackObject.rounded(insight.sentiment().confidence())
                            .toPlainString()),
            ofInsight("urgency.level", insight -> EnumText.of(insight.urgency().level())),
            ofInsight("urgency.because", insight -> insight.urgency().because().orElse("")),
            ofInsight("keywords", insight -> joined(insight.keywords(), Keyword::display)),
            new Column(
                    "insight.themes",
                    entry -> entry.insight().isEmpty() ? "" : joined(entry.themes(), ThemeId::value)));

    private final List<FieldKey> answers = new ArrayList<>();
    private final Set<FieldKey> knownAnswers = new HashSet<>();
    private final Set<String> attributes = new TreeSet<>();

    private FeedbackColumns() {}

    /// All that `feedback` needs.
    ///
    /// @throws Invalid if that is more than a file may have
    static FeedbackColumns of(Stream<FeedbackEntry> feedback) {
        var columns = new FeedbackColumns();
        feedback.forEach(columns::add);
        return columns;
    }

    List<String> header() {
        return Stream.of(
                        ABOUT.stream().map(Column::name),
                        attributes.stream().map(name -> "respondent.attributes." + name),
                        answers.stream().map(key -> "answers." + key.value()),
                        INSIGHT.stream().map(Column::name))
                .flatMap(Function.identity())
                .toList();
    }

    /// Whether there is a column for everything that this piece says.
    boolean haveRoomFor(FeedbackEntry entry) {
        return knownAnswers.containsAll(entry.feedback().answers().byField().keySet())
                && attributes.containsAll(attributes(entry).keySet());
    }

    /// The piece's cells, one for each column.
    List<String> row(FeedbackEntry entry) {
        List<String> cells = new ArrayList<>(ABOUT.size() + attributes.size() + answers.size() + INSIGHT.size());
        ABOUT.forEach(column -> cells.add(cell(column, entry)));
        Map<String, String> given = attributes(entry);
        attributes.forEach(name -> cells.add(Formulas.guarded(given.getOrDefault(name, ""))));
        answers.forEach(key -> cells.add(entry.feedback()
                .answers()
                .find(key)
                .map(CellText::write)
                .map(Formulas::guarded)
                .orElse("")));
        INSIGHT.forEach(column -> cells.add(cell(column, entry)));
        return cells;
    }

    /// Answers stand in the order of the form, as far as what people answered shows it: one that nobody answered
    /// before comes behind the one that precedes it here.
    private void add(FeedbackEntry entry) {
        Optional<FieldKey> previous = Optional.empty();
        for (FieldKey key : entry.feedback().answers().byField().keySet()) {
            if (knownAnswers.add(key)) {
                answers.add(previous.map(before -> answers.indexOf(before) + 1).orElse(0), key);
            }
            previous = Optional.of(key);
        }
        attributes.addAll(attributes(entry).keySet());
        int count = ABOUT.size() + attributes.size() + answers.size() + INSIGHT.size();
        if (count > FileRows.MOST_CSV_COLUMNS) {
            throw new Invalid(
                    Pointer.to("format"),
                    "must be ndjson, because a CSV would need more than " + FileRows.MOST_CSV_COLUMNS + " columns");
        }
    }

    private static Map<String, String> attributes(FeedbackEntry entry) {
        return entry.feedback().respondent().map(Respondent::attributes).orElse(Map.of());
    }

    private static String cell(Column column, FeedbackEntry entry) {
        return Formulas.guarded(column.cell().apply(entry));
    }

    private static Column ofInsight(String name, Function<Insight, String> cell) {
        return new Column("insight." + name, entry -> entry.insight().map(cell).orElse(""));
    }

    private static <T> String joined(List<T> values, Function<T, String> text) {
        return String.join(SEPARATOR, values.stream().map(text).toList());
    }
}
