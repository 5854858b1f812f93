package org.luaplatform.adapters.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An immutable tree of plain values with names in a fixed order: what a store keeps of a thing, and what JSON says
/// of it.
///
/// A value is a [String], a [Long], a [Double] (finite), a [BigDecimal] (for numbers that are neither of the two
/// exactly), a [Boolean], [Nothing#NOTHING] (JSON's `null`), a [List] of values, or another document. There is no
/// type for time: a store keeps an instant as milliseconds since 1970.
///
/// The typed readers are for documents that we wrote ourselves. They take [Nothing#NOTHING] for absence, and what
/// does not fit is a damaged store, hence an [IllegalStateException] that names the place. A stranger's document is
/// read through [#fields], which promises nothing.
public final class Document {

    /// No fields at all.
    public static final Document EMPTY = new Document(Map.of(), null, "");

    /// JSON's `null`.
    public enum Nothing {
        NOTHING
    }

    private final Map<String, Object> fields;

    /// Where this was read from, for messages only: no part of what the document says.
    private final @Nullable Document parent;

    private final String name;

    private Document(Map<String, Object> fields, @Nullable Document parent, String name) {
        this.fields = fields;
        this.parent = parent;
        this.name = name;
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The document with these fields. Other whole numbers become [Long], `Float` becomes [Double], a [Map] with
    /// texts as keys becomes a document.
    ///
    /// @throws IllegalArgumentException if there is a value of another type, or a number that is not finite
    public static Document of(Map<String, ?> fields) {
        Builder builder = builder();
        fields.forEach(builder::put);
        return builder.build();
    }

    /// The values by their names, in order.
    public Map<String, Object> fields() {
        return fields;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /// Whether there is anything under this name; [Nothing#NOTHING] is nothing.
    public boolean has(String field) {
        return find(field) != null;
    }

    /// This document, with `field` changed to `value` or added at its end.
    ///
    /// @throws IllegalArgumentException as [#of]
    public Document with(String field, Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(field, Builder.plain(value));
        return new Document(Collections.unmodifiableMap(changed), null, "");
    }

    public Document without(String field) {
        var changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new Document(Collections.unmodifiableMap(changed), null, "");
    }

    public String text(String field) {
        return required(field, String.class);
    }

    public Optional<String> optionalText(String field) {
        return optional(field, String.class);
    }

    /// The texts under this name; none if there is nothing.
    public List<String> texts(String field) {
        return elements(field, String.class);
    }

    public boolean flag(String field) {
        return required(field, Boolean.class);
    }

    /// A whole number, however it is written.
    public long whole(String field) {
        return toWhole(field, required(field, Number.class));
    }

    public Optional<Long> optionalWhole(String field) {
        return optional(field, Number.class).map(number -> toWhole(field, number));
    }

    /// A whole number of Java's `int`.
    public int count(String field) {
        long whole = whole(field);
        if (whole != (int) whole) {
            throw malformed(field, "is too large: " + whole);
        }
        return (int) whole;
    }

    public double number(String field) {
        return required(field, Number.class).doubleValue();
    }

    /// An instant that was written by [Builder#putMillis].
    public Instant instant(String field) {
        return Instant.ofEpochMilli(whole(field));
    }

    public Optional<Instant> optionalInstant(String field) {
        return optionalWhole(field).map(Instant::ofEpochMilli);
    }

    public Document document(String field) {
        return new Document(required(field, Document.class).fields, this, field);
    }

    public Optional<Document> optionalDocument(String field) {
        return optional(field, Document.class).map(found -> new Document(found.fields, this, field));
    }

    /// The documents under this name; none if there is nothing.
    public List<Document> documents(String field) {
        List<Document> plain = elements(field, Document.class);
        List<Document> placed = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            placed.add(new Document(plain.get(i).fields, this, field + "/" + i));
        }
        return placed;
    }

    /// What `reading` makes of this document, or of a part of it: what it does not accept is a damaged store.
    ///
    /// @throws IllegalStateException if it refuses, with its words and this document's place
    public <T> T read(String field, Function<String, T> reading) {
        String text = text(field);
        try {
            return reading.apply(text);
        } catch (RuntimeException refused) {
            throw new IllegalStateException(place(field) + " is malformed: " + refused.getMessage(), refused);
        }
    }

    /// What `reading` makes of the text under this name, if there is one.
    ///
    /// @throws IllegalStateException as [#read]
    public <T> Optional<T> readOptional(String field, Function<String, T> reading) {
        return has(field) ? Optional.of(read(field, reading)) : Optional.empty();
    }

    /// Tells of a value that this document should not have.
    public IllegalStateException malformed(String field, String problem) {
        return new IllegalStateException(place(field) + " " + problem);
    }

    /// Equal are documents with the same fields, in whichever order.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document && fields.equals(document.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /// The names only: what people said does not belong into logs.
    @Override
    public String toString() {
        return "Document" + fields.keySet();
    }

    private @Nullable Object find(String field) {
        Object value = fields.get(field);
        return value == Nothing.NOTHING ? null : value;
    }

    private <T> Optional<T> optional(String field, Class<T> type) {
        return has(field) ? Optional.of(required(field, type)) : Optional.empty();
    }

    private <T> T required(String field, Class<T> type) {
        Object value = find(field);
        if (value == null) {
            throw malformed(field, "is missing");
        }
        return cast(field, value, type);
    }

    private <T> List<T> elements(String field, Class<T> type) {
        if (!has(field)) {
            return List.of();
        }
        List<?> values = required(field, List.class);
        List<T> elements = new ArrayList<>(values.size());
        for (Object value : values) {
            elements.add(cast(field, value, type));
        }
        return elements;
    }

    private <T> T cast(String field, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw malformed(field, "is a " + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private long toWhole(String field, Number number) {
        return switch (number) {
            case Long whole -> whole;
            case Double real when Math.rint(real) == real && Math.abs(real) <= 1L << 53 -> real.longValue();
            default -> throw malformed(field, "is not a whole number: " + number);
        };
    }

    private String place(String field) {
        return (parent == null ? "/" : parent.place(name) + "/") + field;
    }

    /// Writes a document field by field. Not thread-safe, and of no use any more once it has built.
    public static final class Builder {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String field, String value) {
            return add(field, value);
        }

        public Builder put(String field, long value) {
            return add(field, value);
        }

        public Builder put(String field, double value) {
            return add(field, finite(value));
        }

        public Builder put(String field, boolean value) {
            return add(field, value);
        }

        public Builder put(String field, Document value) {
            return add(field, value);
        }

        /// An instant, to the millisecond.
        public Builder putMillis(String field, Instant value) {
            return add(field, value.toEpochMilli());
        }

        public Builder putMillis(String field, Optional<Instant> value) {
            return value.isEmpty() ? this : putMillis(field, value.get());
        }

        public Builder putTexts(String field, Collection<String> values) {
            return add(field, List.copyOf(values));
        }

        public Builder putDocuments(String field, Collection<Document> values) {
            return add(field, List.copyOf(values));
        }

        /// Any value that a document can have, if there is one.
        ///
        /// @throws IllegalArgumentException as [Document#of]
        public Builder put(String field, Optional<?> value) {
            return value.isEmpty() ? this : add(field, plain(value.get()));
        }

        /// Any value that a document can have.
        ///
        /// @throws IllegalArgumentException as [Document#of]
        public Builder put(String field, Object value) {
            return add(field, plain(value));
        }

        /// JSON's `null`.
        public Builder putNothing(String field) {
            return add(field, Nothing.NOTHING);
        }

        public Document build() {
            return new Document(Collections.unmodifiableMap(fields), null, "");
        }

        /// Adds a value that is known to be plain.
        ///
        /// @return whether the name is new; if not, nothing is changed
        boolean addIfNew(String field, Object plain) {
            return fields.putIfAbsent(field, plain) == null;
        }

        private Builder add(String field, Object plain) {
            if (!addIfNew(field, plain)) {
                throw new IllegalArgumentException("there is a field " + field + " already");
            }
            return this;
        }

        private static Object plain(Object value) {
            return switch (value) {
                case String text -> text;
                case Boolean flag -> flag;
                case Long whole -> whole;
                case Integer whole -> (long) whole;
                case Short whole -> (long) whole;
                case Byte whole -> (long) whole;
                case Double real -> finite(real);
                case Float real -> finite(real.doubleValue());
                case BigDecimal exact -> exact;
                case Nothing nothing -> nothing;
                case Document document -> document;
                case Map<?, ?> map -> document(map);
                case Collection<?> values -> list(values);
                default ->
                    throw new IllegalArgumentException(
                            "a document holds no " + value.getClass().getName());
            };
        }

        private static Document document(Map<?, ?> map) {
            var builder = new Builder();
            map.forEach((key, value) -> {
                if (!(key instanceof String text)) {
                    throw new IllegalArgumentException("a field's name is a text, not " + key);
                }
                builder.add(text, plain(value));
            });
            return builder.build();
        }

        private static List<Object> list(Collection<?> values) {
            List<Object> plain = new ArrayList<>(values.size());
            values.forEach(value -> plain.add(plain(value)));
            return Collections.unmodifiableList(plain);
        }

        private static Double finite(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a document holds no " + value);
            }
            return value;
        }
    }
}
