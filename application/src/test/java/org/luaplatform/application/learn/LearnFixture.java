package org.luaplatform.application.learn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.SilentSignals;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.learn.Submission;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// The use cases of this room on stores in memory, and an organization with a form that asks why and for a score.
final class LearnFixture {

    final TestClock clock = new TestClock();
    final MemoryAdapter stores = new MemoryAdapter();
    final List<FormId> forgotten = new ArrayList<>();
    final List<LiveEvents.News> news = new ArrayList<>();
    final AtomicInteger nudges = new AtomicInteger();
    final CollectedSignals signals = new CollectedSignals();
    final PublishedForms published = new PublishedForms() {
        @Override
        public Optional<Form> find(FormId id) {
            return stores.forms().findForRespondent(id);
        }

        @Override
        public void forget(FormId id) {
            forgotten.add(id);
        }
    };

    final OrganizationId acme = new OrganizationId(TestIds.next());
    final Principal analyst = holder(acme);
    final Principal stranger = holder(new OrganizationId(TestIds.next()));

    final CreateForm createForm = new CreateForm(stores.forms(), TestIds::next, clock);
    final PublishForm publishForm = new PublishForm(stores.forms(), published, clock);
    final CloseForm closeForm = new CloseForm(stores.forms(), published);
    final EditForm editForm = new EditForm(stores.forms(), published);

    static Principal holder(OrganizationId organization) {
        return new Principal.KeyHolder(new ApiKeyId(TestIds.next()), organization, EnumSet.allOf(Scope.class));
    }

    static FormContent content(String title) {
        return new FormContent(
                title,
                Optional.empty(),
                Language.ENGLISH,
                List.of(
                        new Field(
                                new FieldKey("why"),
                                "Why?",
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                new FieldType.LongText(2_000)),
                        new Field(
                                new FieldKey("score"),
                                "How was it?",
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                new FieldType.Scored(new Scale.Rating(5)))),
                Map.of());
    }

    Form aDraft() {
        return createForm
                .handle(analyst, new CreateForm.Command(acme, content("Visit"), FormSettings.PUBLIC, Optional.empty()))
                .value();
    }

    Form anOpenForm() {
        return publish(aDraft().id()).value();
    }

    Versioned<Form> publish(FormId form) {
        return publishForm.handle(analyst, new PublishForm.Command(form, Expected.any()));
    }

    static Submission saying(String why, int score) {
        return new Submission(
                Map.of("why", new RawAnswer.Text(why), "score", new RawAnswer.Numeric(BigDecimal.valueOf(score))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    LiveEvents live() {
        return new LiveEvents() {
            @Override
            public void publish(News told) {
                news.add(told);
            }

            @Override
            public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
                throw new UnsupportedOperationException("nobody subscribes here");
            }
        };
    }

    static final class CollectedSignals extends SilentSignals {

        final AtomicInteger collected = new AtomicInteger();

        @Override
        public void collected(String channel, int count) {
            collected.addAndGet(count);
        }
    }
}
