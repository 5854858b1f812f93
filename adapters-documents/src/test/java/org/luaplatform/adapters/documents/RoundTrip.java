package org.luaplatform.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

/// Takes a value through its stored bytes and back.
public final class RoundTrip {

    private RoundTrip() {}

    public static <T> void survives(T value, Function<T, Document> writing, Function<Document, T> reading) {
        Document written = writing.apply(value);
        Document stored = Json.stored(Json.bytes(written));

        assertThat(stored).isEqualTo(written);
        assertThat(reading.apply(stored)).isEqualTo(value);
        assertThat(Json.bytes(writing.apply(reading.apply(stored)))).isEqualTo(Json.bytes(written));
    }
}
