package org.luaplatform.domain.learn.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Visibility;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Forms for tests.
public final class TestForms {

    private TestForms() {}

    public static FormId anId() {
        return new FormId(TestIds.next());
    }

    /// A draft that asks [#whyAndScore].
    public static Form.Draft aDraft(OrganizationId organization) {
        return aDraft(organization, TestClock.NOON);
    }

    public static Form.Draft aDraft(OrganizationId organization, Instant createdAt) {
        return new Form.Draft(anId(), organization, whyAndScore(), FormSettings.PUBLIC, createdAt);
    }

    /// A form that asks [#whyAndScore] and collects answers.
    public static Form.Open anOpenForm(OrganizationId organization) {
        return aDraft(organization).published(TestClock.NOON);
    }

    public static Form.Open anOpenForm(OrganizationId organization, FormContent content) {
        return aDraft(organization).edited(content, FormSettings.PUBLIC).published(TestClock.NOON);
    }

    public static Form.Closed aClosedForm(OrganizationId organization) {
        return anOpenForm(organization).closed();
    }

    /// The form under another title; everything else stays.
    public static Form titled(Form form, String title) {
        FormContent content = form.content();
        return form.edited(
                new FormContent(
                        title, content.description(), content.language(), content.fields(), content.translations()),
                form.settings());
    }

    public static FormContent content(Field... fields) {
        return new FormContent("Your visit", Optional.empty(), Language.ENGLISH, List.of(fields), Map.of());
    }

    /// A long text under `why` and a rating of 1 to 5 under `score`, neither of them required.
    public static FormContent whyAndScore() {
        return content(
                field("why", new FieldType.LongText(2_000)), field("score", new FieldType.Scored(new Scale.Rating(5))));
    }

    /// A question that may be left out and is always asked.
    public static Field field(String key, FieldType type) {
        return new Field(new FieldKey(key), "What about " + key + "?", Optional.empty(), false, Optional.empty(), type);
    }

    public static Field required(String key, FieldType type) {
        return new Field(new FieldKey(key), "What about " + key + "?", Optional.empty(), true, Optional.empty(), type);
    }

    /// A question that is asked only if `earlier` was answered with one of `values`.
    public static Field askedIf(String earlier, Set<String> values, String key, boolean required, FieldType type) {
        return new Field(
                new FieldKey(key),
                "What about " + key + "?",
                Optional.empty(),
                required,
                Optional.of(new Visibility(new FieldKey(earlier), values)),
                type);
    }

    public static List<Option> options(String... keys) {
        return List.of(keys).stream()
                .map(key -> new Option(new FieldKey(key), "The " + key))
                .toList();
    }

    /// One question of each type, every part of it in use.
    public static FormContent everything() {
        var low = new BigDecimal("-10.50");
        var high = new BigDecimal("1E+3");
        return new FormContent(
                "Everything that “you” might ask us — ünïcode 😀",
                Optional.of("Two lines\nof text"),
                new Language("pt-BR"),
                List.of(
                        required("why", new FieldType.LongText(20_000)),
                        field("name", new FieldType.ShortText(100)),
                        new Field(
                                new FieldKey("where"),
                                "Where?",
                                Optional.of("The entrance that you took"),
                                false,
                                Optional.of(new Visibility(new FieldKey("name"), Set.of("Ada", "1", "x.y/$z"))),
                                new FieldType.SingleChoice(options("north", "south"), true)),
                        field("tags", new FieldType.MultipleChoice(options("fast", "clean", "kind"), true, 1, 3)),
                        field("again", new FieldType.YesNo()),
                        field("age", new FieldType.Numeric(Optional.of(low), Optional.of(high), false)),
                        field("visits", new FieldType.Numeric(Optional.empty(), Optional.empty(), true)),
                        field(
                                "day",
                                new FieldType.Date(
                                        Optional.of(LocalDate.of(2020, 1, 31)),
                                        Optional.of(LocalDate.of(2030, 12, 1)))),
                        field("anyDay", new FieldType.Date(Optional.empty(), Optional.empty())),
                        field("mail", new FieldType.Email()),
                        field("stars", new FieldType.Scored(new Scale.Rating(10))),
                        field("nps", new FieldType.Scored(new Scale.Nps())),
                        field("csat", new FieldType.Scored(new Scale.Csat())),
                        field("ces", new FieldType.Scored(new Scale.Ces()))),
                Map.of(
                        Language.ENGLISH,
                        new FormTranslation(
                                Optional.of("Everything"),
                                Optional.empty(),
                                Map.of(
                                        new FieldKey("where"),
                                        new FormTranslation.FieldTranslation(
                                                Optional.of("Where?"),
                                                Optional.of("The entrance"),
                                                Map.of(new FieldKey("north"), "North entrance")))),
                        new Language("zh-hant-tw"),
                        new FormTranslation(Optional.empty(), Optional.of("全部"), Map.of())));
    }
}
