package org.luaplatform.domain.learn;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What an organization asks. Each stage of a form's life is a type of its own, so that a step out of turn does not
/// compile: only an open form collects. Its content can be edited at every stage; respondents see an edit once it
/// is published.
public sealed interface Form {

    FormId id();

    OrganizationId organization();

    FormContent content();

    FormSettings settings();

    Instant createdAt();

    /// What was published last; empty for a draft.
    Optional<FormVersion> latest();

    /// The form with other words, questions or settings, for the next publication.
    Form edited(FormContent content, FormSettings settings);

    /// Not published so far.
    record Draft(FormId id, OrganizationId organization, FormContent content, FormSettings settings, Instant createdAt)
            implements Form {
        @Override
        public Optional<FormVersion> latest() {
            return Optional.empty();
        }

        @Override
        public Draft edited(FormContent content, FormSettings settings) {
            return new Draft(id, organization, content, settings, createdAt);
        }
    }

    /// Collects answers to its published version.
    record Open(
            FormId id,
            OrganizationId organization,
            FormContent content,
            FormSettings settings,
            Instant createdAt,
            FormVersion published)
            implements Form {
        @Override
        public Optional<FormVersion> latest() {
            return Optional.of(published);
        }

        @Override
        public Open edited(FormContent content, FormSettings settings) {
            return new Open(id, organization, content, settings, createdAt, published);
        }

        public Closed closed() {
            return new Closed(id, organization, content, settings, createdAt, published);
        }
    }

    /// Takes no more answers, until it is published again.
    record Closed(
            FormId id,
            OrganizationId organization,
            FormContent content,
            FormSettings settings,
            Instant createdAt,
            FormVersion published)
            implements Form {
        @Override
        public Optional<FormVersion> latest() {
            return Optional.of(published);
        }

        @Override
        public Closed edited(FormContent content, FormSettings settings) {
            return new Closed(id, organization, content, settings, createdAt, published);
        }
    }

    /// The form as respondents are to see it from `now` on. If nothing was edited since the last publication, it is
    /// that version again.
    ///
    /// @throws Invalid if the form asks nothing
    default Open published(Instant now) {
        if (content().fields().isEmpty()) {
            throw new Invalid(Pointer.to("fields"), "must have at least one field before the form is published");
        }
        FormVersion version = latest().filter(published -> published.content().equals(content()))
                .orElseGet(() ->
                        new FormVersion(id(), latest().map(FormVersion::number).orElse(0) + 1, content(), now));
        return new Open(id(), organization(), content(), settings(), createdAt(), version);
    }
}
