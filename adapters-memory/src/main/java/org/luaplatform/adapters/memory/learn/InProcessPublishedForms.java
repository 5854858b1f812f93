package org.luaplatform.adapters.memory.learn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;

/// Keeps the forms that respondents ask for within the process, some thousand of them.
///
/// A form that is asked for often is looked up anew in the background before its time is over, so that no
/// respondent waits for that. While the store is away or slow, forms stay as they are, for as long as it takes.
/// That there is no form is remembered apart and briefly: somebody who tries out ids must not crowd out forms.
public final class InProcessPublishedForms implements PublishedForms {

    private static final int MOST_FORMS = 2_000;

    private final Function<FormId, Optional<Form>> store;
    private final Duration keptFor;
    private final InstantSource clock;

    private final ConcurrentMap<FormId, KeptForm> forms = new ConcurrentHashMap<>();
    private final AbsentForms absent = new AbsentForms();

    /// The look-ups that are under way. What changes the above for one form does so within `compute` on this map: a
    /// look-up whose entry is gone was overtaken by [#forget], and what it found is not kept.
    private final ConcurrentMap<FormId, LookUp> lookUps = new ConcurrentHashMap<>();

    /// @param store looks a form up where it is stored, and throws [Unavailable] if it cannot
    /// @param keptFor how old a form may be while the store is there, at least a second
    public InProcessPublishedForms(Function<FormId, Optional<Form>> store, Duration keptFor, InstantSource clock) {
        if (keptFor.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("forms are kept for at least a second");
        }
        this.store = store;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    @Override
    public Optional<Form> find(FormId id) {
        long now = clock.millis();
        KeptForm kept = forms.get(id);
        if (kept != null) {
            return near(id, kept, now);
        }
        return absent.contains(id, now) ? Optional.empty() : joined(id).await();
    }

    @Override
    public void forget(FormId id) {
        lookUps.compute(id, (_, _) -> {
            forms.remove(id);
            absent.remove(id);
            return null;
        });
    }

    private Optional<Form> near(FormId id, KeptForm kept, long now) {
        kept.use(now);
        if (!kept.isDue(now)) {
            return Optional.of(kept.form());
        }
        LookUp lookUp = inBackground(id);
        return kept.isFresh(now)
                ? Optional.of(kept.form())
                : lookUp.awaitBriefly().orElseGet(() -> {
                    kept.excuse(clock.millis());
                    return Optional.of(kept.form());
                });
    }

    /// The look-up of this form that is under way, or a new one that is done by the calling thread, which has
    /// nothing to do without it.
    private LookUp joined(FormId id) {
        var ours = new LookUp();
        LookUp underWay = lookUps.putIfAbsent(id, ours);
        if (underWay != null) {
            return underWay;
        }
        lookUp(id, ours, () -> {
            // Somebody else's look-up may have ended just before ours began.
            KeptForm kept = forms.get(id);
            return kept == null ? store.apply(id) : Optional.of(kept.form());
        });
        return ours;
    }

    private LookUp inBackground(FormId id) {
        var ours = new LookUp();
        LookUp underWay = lookUps.putIfAbsent(id, ours);
        if (underWay != null) {
            return underWay;
        }
        Thread.ofVirtual().name("form " + id).start(() -> lookUp(id, ours, () -> store.apply(id)));
        return ours;
    }

    private void lookUp(FormId id, LookUp lookUp, Supplier<Optional<Form>> finding) {
        try {
            Optional<Form> found = finding.get();
            settle(id, lookUp, () -> keep(id, found));
            lookUp.succeed(found);
        } catch (RuntimeException | Error failure) {
            settle(id, lookUp, () -> postpone(id, failure instanceof Unavailable));
            lookUp.fail(failure);
        }
    }

    /// Ends the look-up, with `effect` unless it was overtaken.
    private void settle(FormId id, LookUp lookUp, Runnable effect) {
        lookUps.computeIfPresent(id, (_, current) -> {
            if (current != lookUp) {
                return current;
            }
            effect.run();
            return null;
        });
    }

    private void keep(FormId id, Optional<Form> found) {
        long now = clock.millis();
        found.ifPresentOrElse(
                form -> {
                    if (forms.size() >= MOST_FORMS && !forms.containsKey(id)) {
                        dropLeastRecentlyUsed();
                    }
                    forms.put(id, new KeptForm(form, now, keptFor));
                },
                () -> {
                    forms.remove(id);
                    absent.add(id, now);
                });
    }

    private void postpone(FormId id, boolean excused) {
        KeptForm kept = forms.get(id);
        if (kept != null) {
            kept.postpone(clock.millis());
            if (excused) {
                kept.excuse(clock.millis());
            }
        }
    }

    private void dropLeastRecentlyUsed() {
        forms.entrySet().stream()
                .min((one, other) ->
                        Long.compare(one.getValue().lastUsed(), other.getValue().lastUsed()))
                .ifPresent(oldest -> forms.remove(oldest.getKey(), oldest.getValue()));
    }
}
