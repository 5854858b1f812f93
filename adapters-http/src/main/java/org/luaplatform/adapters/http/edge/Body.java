package org.luaplatform.adapters.http.edge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.Violations;

/// A JSON object that a stranger sent, read field by field. Everything that is wrong is collected together with its
/// place, and reported at once by [#finish]: a missing field, a wrong type, a field that nobody asked for, and what
/// the domain refuses. `null` is the same as absent.
public final class Body {

    private final Document document;
    private final Pointer place;
    private final Violations violations;
    private final Set<String> asked = new HashSet<>();

    Body(Document document) {
        this(document, Pointer.ROOT, new Violations());
    }

    private Body(Document document, Pointer place, Violations violations) {
        this.document = document;
        this.place = place;
        this.violations = violations;
    }

    /// Makes the thing that the body describes, of all that was read.
    ///
    /// @throws Invalid with everything that is wrong with the body
    public <T> T finish(Supplier<T> making) {
        refuseUnknown();
        Optional<T> made = attempt(making);
        if (violations.any()) {
            throw new Invalid(firstOfEachPlace(violations.list()));
        }
        return made.orElseThrow();
    }

    /// Everything that is wrong with the body, for somebody who knows more that is.
    public List<Violation> faults() {
        refuseUnknown();
        return firstOfEachPlace(violations.list());
    }

    /// Makes a part of the thing; what the part's own rules refuse is collected as found in this object.
    public <T> Optional<T> attempt(Supplier<T> making) {
        return violations.attempt(place, making);
    }

    public Optional<String> text(String field) {
        return find(field, String.class, "must be a text");
    }

    /// The text, or an empty one if there is none, which is reported.
    public String requiredText(String field) {
        return text(field).orElseGet(() -> {
            missing(field);
            return "";
        });
    }

    public Optional<Boolean> flag(String field) {
        return find(field, Boolean.class, "must be true or false");
    }

    public Optional<BigDecimal> number(String field) {
        return find(field, Number.class, "must be a number").map(Body::exact);
    }

    public Optional<Integer> whole(String field) {
        Optional<BigDecimal> number =
                find(field, Number.class, "must be a whole number").map(Body::exact);
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException _) {
            fault(field, "must be a whole number");
            return Optional.empty();
        }
    }

    public Optional<Instant> instant(String field) {
        return parsed(field, Times::instant, Times.INSTANT_RULE);
    }

    public Optional<LocalDate> date(String field) {
        return parsed(field, Times::date, Times.DATE_RULE);
    }

    /// What `making` makes of the text; what it refuses is collected.
    public <T> Optional<T> made(String field, Function<String, T> making) {
        return text(field).flatMap(text -> violations.attempt(place.child(field), () -> making.apply(text)));
    }

    /// One of a few words.
    ///
    /// @param finding answers empty for a word that is none of them
    public <T> Optional<T> oneOf(String field, Function<String, Optional<T>> finding, String rule) {
        return text(field).flatMap(text -> {
            Optional<T> found = finding.apply(text);
            if (found.isEmpty()) {
                fault(field, rule);
            }
            return found;
        });
    }

    /// The names of things, none for an absent field.
    public <T> List<T> ids(String field, Function<String, T> making) {
        List<T> ids = new ArrayList<>();
        List<String> texts = texts(field);
        for (int i = 0; i < texts.size(); i++) {
            if (Text.isId(texts.get(i))) {
                ids.add(making.apply(texts.get(i)));
            } else {
                violations.add(place.child(field).child(i), "must be an id");
            }
        }
        return ids;
    }

    /// The texts of a list, none for an absent field.
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        each(field, (value, here) -> {
            if (violations.check(value instanceof String, here, "must be a text")) {
                texts.add((String) value);
            }
        });
        return texts;
    }

    /// The elements of a list as they are, none for an absent field.
    public List<Object> values(String field) {
        List<Object> values = new ArrayList<>();
        each(field, (value, _) -> values.add(value));
        return values;
    }

    /// The value as it is, whatever it is.
    public Optional<Object> value(String field) {
        asked.add(field);
        return Optional.ofNullable(document.fields().get(field)).filter(value -> value != Document.Nothing.NOTHING);
    }

    /// What `reading` makes of each object of a list, none for an absent field.
    public <T> List<T> objects(String field, Function<Body, Optional<T>> reading) {
        List<T> made = new ArrayList<>();
        each(field, (value, here) -> {
            if (violations.check(value instanceof Document, here, "must be an object")) {
                read((Document) value, here, reading).ifPresent(made::add);
            }
        });
        return made;
    }

    /// What `reading` makes of the object, if there is one.
    public <T> Optional<T> object(String field, Function<Body, Optional<T>> reading) {
        return find(field, Document.class, "must be an object")
                .flatMap(object -> read(object, place.child(field), reading));
    }

    /// The values of an object by whatever names it has, each read by `reading` under its own place.
    public <T> Map<String, T> entries(String field, EntryReader<T> reading) {
        Map<String, T> entries = new LinkedHashMap<>();
        find(field, Document.class, "must be an object").ifPresent(object -> {
            var inner = new Body(object, place.child(field), violations);
            object.fields()
                    .keySet()
                    .forEach(name -> reading.read(inner, name).ifPresent(entry -> entries.put(name, entry)));
        });
        return entries;
    }

    /// Takes all fields as asked for, where it cannot be told which belong here.
    public void askAll() {
        asked.addAll(document.fields().keySet());
    }

    /// Reports the field if there is none.
    public void require(String field) {
        if (value(field).isEmpty()) {
            missing(field);
        }
    }

    public void missing(String field) {
        fault(field, "is missing");
    }

    public void fault(String field, String rule) {
        violations.add(place.child(field), rule);
    }

    /// Reads one field of an object whose fields have no fixed names.
    @FunctionalInterface
    public interface EntryReader<T> {
        Optional<T> read(Body object, String name);
    }

    private <T> Optional<T> read(Document object, Pointer here, Function<Body, Optional<T>> reading) {
        var inner = new Body(object, here, violations);
        Optional<T> made = reading.apply(inner);
        inner.refuseUnknown();
        return made;
    }

    private void refuseUnknown() {
        for (String field : document.fields().keySet()) {
            violations.check(asked.contains(field), place.child(field), "is not a field here");
        }
    }

    private <T> Optional<T> find(String field, Class<T> type, String rule) {
        Optional<Object> value = value(field);
        if (value.isPresent() && !type.isInstance(value.get())) {
            fault(field, rule);
            return Optional.empty();
        }
        return value.map(type::cast);
    }

    private <T> Optional<T> parsed(String field, Function<String, Optional<T>> parsing, String rule) {
        Optional<Object> value = value(field);
        Optional<T> parsed =
                value.filter(String.class::isInstance).map(String.class::cast).flatMap(parsing);
        if (value.isPresent() && parsed.isEmpty()) {
            fault(field, rule);
        }
        return parsed;
    }

    private void each(String field, Element element) {
        List<?> values = find(field, List.class, "must be a list").orElse(List.of());
        for (int i = 0; i < values.size(); i++) {
            element.at(values.get(i), place.child(field).child(i));
        }
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal exact -> exact;
            case Long whole -> BigDecimal.valueOf(whole);
            default -> BigDecimal.valueOf(number.doubleValue());
        };
    }

    /// One mistake can break several rules, such as being absent and therefore blank; the first says it best.
    private static List<Violation> firstOfEachPlace(List<Violation> all) {
        Map<Pointer, Violation> first = new LinkedHashMap<>();
        all.forEach(violation -> first.putIfAbsent(violation.pointer(), violation));
        return List.copyOf(first.values());
    }

    private interface Element {
        void at(Object value, Pointer here);
    }
}
