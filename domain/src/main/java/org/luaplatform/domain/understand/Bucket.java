package org.luaplatform.domain.understand;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;

/// The counts of one day. Statistics read buckets, so that they cost the number of days and not the number of
/// feedbacks.
///
/// @param slots the counts by slot: in a bucket of [Kind#FIGURES] the quarter of an hour of the UTC day, 0 to 95
///     (every time zone's midnight is on a quarter); in a bucket of [Kind#TOPICS] always 0, for the day as a whole
public record Bucket(Key key, Map<Integer, Tally> slots) {

    /// How many slots a day has.
    public static final int SLOTS = 96;

    public Bucket {
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    public enum Kind {
        /// Volume, sentiment, scores.
        FIGURES,
        /// Keywords and themes, which are too many for each quarter of an hour.
        TOPICS
    }

    /// @param day in UTC, by `occurredAt`
    public record Key(Kind kind, FormId form, LocalDate day, Channel channel, Language language) {}
}
