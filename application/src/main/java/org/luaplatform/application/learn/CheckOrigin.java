package org.luaplatform.application.learn;

import java.util.Optional;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.PublishedForms;

/// A browser asks whether the page that it shows may show and submit a form. It asks without credentials, so that
/// forms which are not for everybody are none for it.
public final class CheckOrigin {

    /// @param origin of the page, such as `https://shop.example`
    public record Query(FormId form, String origin) {}

    public enum Verdict {
        /// Any page may.
        OPEN_TO_ALL,
        /// This page may, others may not.
        ALLOWED,
        REFUSED,
        /// There is no such form for the public.
        UNKNOWN
    }

    private final PublishedForms published;

    public CheckOrigin(PublishedForms published) {
        this.published = published;
    }

    public Verdict handle(Query query) {
        Optional<FormSettings> settings = published
                .find(query.form())
                .filter(form -> !(form instanceof Form.Draft))
                .map(Form::settings)
                .filter(FormSettings::open);
        if (settings.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (settings.get().allowedOrigins().isEmpty()) {
            return Verdict.OPEN_TO_ALL;
        }
        return settings.get().allowsOrigin(query.origin()) ? Verdict.ALLOWED : Verdict.REFUSED;
    }
}
