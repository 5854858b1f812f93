package org.luaplatform.adapters.http.learn;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormVersion;

/// Published versions as JSON, each written once for each of its languages: a version never changes. Nothing here
/// needs to be told of a new version or a closed form, because the version is looked up first.
final class RenderedForms {

    static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

    /// Some 10 MB of usual forms.
    private static final int MOST_KEPT = 2_000;

    private final Map<Key, Rendered> kept = new ConcurrentHashMap<>();

    /// @param wanted the language that the respondent would like
    Rendered find(FormVersion version, Optional<Language> wanted) {
        Language language = PublicLanguages.choose(version.content(), wanted);
        var key = new Key(version.form(), version.number(), language);
        Rendered known = kept.get(key);
        if (known != null) {
            return known;
        }
        Rendered rendered = Rendered.of(version, language);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, rendered);
        return rendered;
    }

    private record Key(FormId form, int version, Language language) {}

    /// A form, ready to be sent.
    static final class Rendered {

        private final byte[] json;
        private final Header etag;

        private Rendered(byte[] json, Header etag) {
            this.json = json;
            this.etag = etag;
        }

        private static Rendered of(FormVersion version, Language language) {
            return new Rendered(
                    FormJson.forRespondents(version, language),
                    HeaderValues.createCached(HeaderNames.ETAG, "\"" + version.number() + "-" + language.tag() + "\""));
        }

        byte[] json() {
            return json;
        }

        Header etag() {
            return etag;
        }

        String tag() {
            return etag.get();
        }
    }
}
