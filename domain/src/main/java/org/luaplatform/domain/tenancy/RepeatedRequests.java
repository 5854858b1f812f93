package org.luaplatform.domain.tenancy;

import java.time.Duration;
import java.time.Instant;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// Remembers requests that create something, so that a client which never got its answer may safely ask again ([The
/// Idempotency-Key HTTP Header
/// Field](https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/)).
public interface RepeatedRequests {

    /// How long a request is remembered.
    Duration KEPT = Duration.ofHours(24);

    /// Remembers that `key` stands for this request from now on, unless it already stands for one. Of concurrent
    /// calls with one key exactly one is [Remembered.First]. A memory older than [#KEPT] counts as forgotten.
    ///
    /// @param resourceId the id that the thing to be created will have; a repetition is told the first one's, so
    ///     that work which died half-way can be taken up again without making a second thing
    Remembered remember(OrganizationId organization, Key key, String fingerprint, String resourceId, Instant now);

    /// Keeps what the request was answered, for its repetitions.
    void answered(OrganizationId organization, Key key, String answer);

    /// The client's own name for one request, 1 to 255 characters.
    record Key(String value) {
        public Key {
            if (value.isBlank() || value.length() > 255) {
                throw new Invalid(Pointer.to("Idempotency-Key"), "must have between 1 and 255 characters");
            }
        }
    }

    /// What is known of a request's key.
    sealed interface Remembered {

        /// Nothing so far: go ahead.
        record First() implements Remembered {}

        /// The same request came before and was not answered yet: it is still running, or died on its way.
        record Unanswered(String resourceId, Instant since) implements Remembered {}

        /// The same request came before and was answered this.
        record Answered(String answer) implements Remembered {}

        /// Another request came before under this key.
        record Different() implements Remembered {}
    }
}
