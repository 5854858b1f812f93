package org.luaplatform.application.act;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.SecretBox;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// An organization on stores in memory that wants to be told things, and everything that tells it.
final class Acting {

    static final Trigger FEEDBACK = new Trigger.FeedbackAnalysed();

    final TestClock clock = new TestClock();
    final MemoryAdapter stores = new MemoryAdapter();
    final OrganizationId acme = new OrganizationId(TestIds.next());
    final Principal manager = holder(acme, EnumSet.allOf(Scope.class));
    final Principal stranger = holder(new OrganizationId(TestIds.next()), EnumSet.allOf(Scope.class));
    final SecretBox box = new SecretBox(new byte[32], new Random(1));
    final AtomicInteger nudges = new AtomicInteger();
    final Nudge dispatcher = nudges::incrementAndGet;
    final CollectedSignals signals = new CollectedSignals();
    final CollectedNews news = new CollectedNews();
    final ScriptedCourier courier = new ScriptedCourier(clock);

    Acting() {
        stores.organizations().add(new Organization(acme, "Acme", clock.instant()));
    }

    static Principal holder(OrganizationId organization, EnumSet<Scope> scopes) {
        return new Principal.KeyHolder(new ApiKeyId(TestIds.next()), organization, scopes);
    }

    CreateDestination createDestination() {
        return new CreateDestination(stores.destinations(), box, TestIds::next, new Random(3), clock);
    }

    CreateRule createRule() {
        return new CreateRule(stores.rules(), stores.destinations(), TestIds::next, clock);
    }

    EnqueueForFeedback enqueueForFeedback() {
        return new EnqueueForFeedback(stores.rules(), stores.deliveries(), dispatcher, signals, clock);
    }

    EnableDestination enableDestination() {
        return new EnableDestination(stores.destinations(), stores.deliveries(), dispatcher, clock);
    }

    /// Attempts on the caller's own thread.
    DispatchDeliveries dispatchDeliveries() {
        return dispatchDeliveries(Runnable::run, courier);
    }

    DispatchDeliveries dispatchDeliveries(Executor threads, Courier by) {
        return new DispatchDeliveries(
                stores.deliveries(),
                stores.destinations(),
                by,
                news,
                signals,
                threads,
                dispatcher,
                new Random(5),
                clock);
    }

    Destination destination(String name) {
        return createDestination()
                .handle(
                        manager,
                        new CreateDestination.Command(
                                acme,
                                name,
                                "https://" + name + ".example.org/hook",
                                Optional.empty(),
                                Optional.empty()))
                .destination()
                .value();
    }

    Destination stored(DestinationId id) {
        return stores.destinations().find(acme, id).orElseThrow().value();
    }

    Rule rule(Trigger when, List<Condition> conditions, DestinationId... destinations) {
        List<String> ids =
                List.of(destinations).stream().map(DestinationId::value).toList();
        return createRule()
                .handle(
                        manager,
                        new CreateRule.Command(
                                acme, new RuleContent("Rule", true, when, conditions, ids), Optional.empty()))
                .value();
    }

    /// Something that is due now.
    Delivery enqueued(DestinationId destination) {
        Delivery delivery = delivery(destination);
        int _ = stores.deliveries().enqueue(List.of(delivery));
        return delivery;
    }

    Delivery delivery(DestinationId destination) {
        return Delivery.enqueued(
                new DeliveryId(TestIds.next()),
                acme,
                destination,
                Optional.of(new RuleId("rule1")),
                new Event.Test(clock.instant()),
                clock.instant());
    }

    Delivery stored(DeliveryId id) {
        return stores.deliveries().find(acme, id).orElseThrow();
    }

    List<Delivery> ledger() {
        return stores.deliveries()
                .list(acme, Optional.empty(), Optional.empty(), PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    List<Delivery> ledger(Deliveries.StateName state) {
        return stores.deliveries()
                .list(acme, Optional.of(state), Optional.empty(), PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    /// A port whose store is away whenever this method is called.
    static <T> T failing(Class<T> type, T port, String methodAway) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().equals(methodAway)) {
                        throw new Unavailable("Store");
                    }
                    return method.invoke(port, arguments);
                }));
    }

    static final class CollectedSignals implements Signals {

        final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void collected(String channel, int count) {
            throw new UnsupportedOperationException("nothing is collected here");
        }

        @Override
        public void analysed(int count, Duration waited) {
            throw new UnsupportedOperationException("nothing is analysed here");
        }

        @Override
        public void analysisFailed(boolean forGood) {
            throw new UnsupportedOperationException("nothing is analysed here");
        }

        @Override
        public void counted(int count) {
            throw new UnsupportedOperationException("nothing is counted here");
        }

        @Override
        public void enqueued(int count) {
            told.add("enqueued " + count);
        }

        @Override
        public void attempted(String outcome, Duration duration) {
            told.add(outcome);
        }

        @Override
        public void workerFailed(String worker, RuntimeException failure) {
            told.add(worker + " failed: " + failure.getMessage());
        }
    }

    static final class CollectedNews implements LiveEvents {

        final List<News> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(News news) {
            told.add(news);
        }

        @Override
        public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
