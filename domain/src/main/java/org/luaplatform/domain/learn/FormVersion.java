package org.luaplatform.domain.learn;

import java.time.Instant;

/// A form as it was published: from then on it never changes, and every feedback names the version that it answers.
///
/// @param number 1 for the first publication, then counting up
public record FormVersion(FormId form, int number, FormContent content, Instant publishedAt) {

    public FormVersion {
        if (number < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }
}
