package org.luaplatform.adapters.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients send and accept.
final class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON ; charset=UTF-8", "application/json;charset=\"utf-8\""})
    void is_json(String type) {
        assertThat(MediaTypes.isJson(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "text/json", "application/json;charset=utf-16", "application/jsonx"})
    void is_no_json(String type) {
        assertThat(MediaTypes.isJson(type)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "*/* | true",
                "application/* | true",
                "text/html, application/json;q=0.1 | true",
                "text/html | false",
                "application/json;q=0, */* | false",
                "application/json;q=0.000 | false",
                "*/*;q=0 | false",
                "APPLICATION/JSON | true",
                ";;, , | false"
            })
    void is_accepted(String accept, boolean expected) {
        assertThat(MediaTypes.accepts(accept, "application/json")).isEqualTo(expected);
    }
}
