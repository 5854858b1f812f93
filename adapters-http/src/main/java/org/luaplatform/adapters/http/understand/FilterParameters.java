package org.luaplatform.adapters.http.understand;

import java.util.Optional;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.TimeFrame;

/// Which feedback is meant, as parameters.
final class FilterParameters {

    /// Which part of an organization's feedback.
    static final String[] SLICE = {"form", "channel", "language", "from", "to"};

    /// And which pieces of that.
    static final String[] PIECES = {"sentiment", "theme", "minScore", "maxScore", "q"};

    private static final int LONGEST_SEARCH = 200;

    private FilterParameters() {}

    static FeedbackFilter filter(Query query) {
        Slice slice = slice(query);
        TimeFrame frame = frame(query);
        return new FeedbackFilter(
                slice.form(),
                frame.from(),
                frame.to(),
                query.value(
                        "sentiment",
                        text -> Words.find(SentimentLabel.class, text),
                        "must be positive, neutral, negative or notAssessed"),
                query.id("theme", ThemeId::new),
                query.whole("minScore", 0, 100).map(Satisfaction::new),
                query.whole("maxScore", 0, 100).map(Satisfaction::new),
                slice.language(),
                slice.channel(),
                query.value(
                        "q",
                        text -> Optional.of(text).filter(words -> words.length() <= LONGEST_SEARCH),
                        "must have at most " + LONGEST_SEARCH + " characters"));
    }

    static Slice slice(Query query) {
        return new Slice(
                query.id("form", FormId::new),
                query.value("channel", text -> Optional.of(new Channel(text)), "must be the name of a channel"),
                query.value("language", text -> Optional.of(new Language(text)), "must be a BCP 47 language tag"));
    }

    static TimeFrame frame(Query query) {
        return new TimeFrame(query.instant("from"), query.instant("to"));
    }
}
