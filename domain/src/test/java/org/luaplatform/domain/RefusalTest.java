package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What all refusals have in common, and what outages have instead.
class RefusalTest {

    @Test
    void every_kind_has_a_code_for_programs_and_a_message_for_people() {
        List<DomainException> kinds = List.of(
                new Conflict("a-code", "A message."),
                new Forbidden("a-code", "A message."),
                new Limited("a-code", "A message.", Duration.ofSeconds(3)),
                new NotFound("a-code", "A message."),
                new Stale("a-code", "A message."),
                new Unauthenticated("a-code", "A message."));

        assertThat(kinds).extracting(DomainException::code).containsOnly("a-code");
        assertThat(kinds).extracting(DomainException::getMessage).containsOnly("A message.");
    }

    @Test
    void invalid_input_is_called_so_and_names_its_violation() {
        var invalid = new Invalid(Pointer.to("limit"), "must be at most 5");

        assertThat(invalid.code()).isEqualTo("invalid");
        assertThat(invalid).hasMessage("/limit must be at most 5");
        assertThat(invalid.violations()).containsExactly(new Violation(Pointer.to("limit"), "must be at most 5"));
    }

    @Test
    void a_refusal_costs_no_stack_trace() {
        assertThat(new Conflict("a-code", "A message.").getStackTrace()).isEmpty();
    }

    @Test
    void who_is_limited_is_told_for_how_long() {
        assertThat(new Limited("a-code", "A message.", Duration.ofSeconds(3)).retryAfter())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void an_outage_names_what_is_away_and_why() {
        var cause = new IllegalStateException("connection refused");

        assertThat(new Unavailable("MongoDB", cause))
                .hasMessage("MongoDB is not available")
                .hasCause(cause);
        assertThat(new Unavailable("MongoDB", cause).what()).isEqualTo("MongoDB");
        assertThat(new Unavailable("Redis"))
                .hasMessage("Redis is not available")
                .hasNoCause();
        assertThat(new Unavailable("Redis").what()).isEqualTo("Redis");
    }
}
