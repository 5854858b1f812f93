package org.luaplatform.adapters.http;

import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.learn.FileRows;
import org.luaplatform.adapters.http.act.ActUseCases;
import org.luaplatform.adapters.http.edge.Health;
import org.luaplatform.adapters.http.edge.HttpLimits;
import org.luaplatform.adapters.http.learn.LearnUseCases;
import org.luaplatform.adapters.http.tenancy.TenancyUseCases;
import org.luaplatform.adapters.http.understand.UnderstandUseCases;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.adapters.memory.learn.InProcessPublishedForms;
import org.luaplatform.application.Nudge;
import org.luaplatform.application.act.CreateDestination;
import org.luaplatform.application.act.CreateRule;
import org.luaplatform.application.act.EditDestination;
import org.luaplatform.application.act.EditRule;
import org.luaplatform.application.act.EnableDestination;
import org.luaplatform.application.act.EnqueueForFeedback;
import org.luaplatform.application.act.ListDeliveries;
import org.luaplatform.application.act.ListDestinations;
import org.luaplatform.application.act.ListRules;
import org.luaplatform.application.act.ReadDelivery;
import org.luaplatform.application.act.ReadDestination;
import org.luaplatform.application.act.ReadRule;
import org.luaplatform.application.act.RemoveDestination;
import org.luaplatform.application.act.RemoveRule;
import org.luaplatform.application.act.ReplayDeliveries;
import org.luaplatform.application.act.ReplayDelivery;
import org.luaplatform.application.act.RotateSecret;
import org.luaplatform.application.act.TestDestination;
import org.luaplatform.application.learn.CheckOrigin;
import org.luaplatform.application.learn.CloseForm;
import org.luaplatform.application.learn.CollectFeedback;
import org.luaplatform.application.learn.CreateForm;
import org.luaplatform.application.learn.EditForm;
import org.luaplatform.application.learn.ListForms;
import org.luaplatform.application.learn.ListImports;
import org.luaplatform.application.learn.PublishForm;
import org.luaplatform.application.learn.ReadForm;
import org.luaplatform.application.learn.ReadFormVersion;
import org.luaplatform.application.learn.ReadImport;
import org.luaplatform.application.learn.ReadPublicForm;
import org.luaplatform.application.learn.ReadRejectedRows;
import org.luaplatform.application.learn.RunImports;
import org.luaplatform.application.learn.StartImport;
import org.luaplatform.application.tenancy.Authenticate;
import org.luaplatform.application.tenancy.FollowEvents;
import org.luaplatform.application.tenancy.IssueApiKey;
import org.luaplatform.application.tenancy.ListApiKeys;
import org.luaplatform.application.tenancy.OpenOrganization;
import org.luaplatform.application.tenancy.ReadOrganization;
import org.luaplatform.application.tenancy.RevokeApiKey;
import org.luaplatform.application.understand.AnalyzeFeedback;
import org.luaplatform.application.understand.CountFeedback;
import org.luaplatform.application.understand.ExportFeedback;
import org.luaplatform.application.understand.ListFailedAnalyses;
import org.luaplatform.application.understand.ListThemes;
import org.luaplatform.application.understand.ReadBacklog;
import org.luaplatform.application.understand.ReadFeedback;
import org.luaplatform.application.understand.ReadInsight;
import org.luaplatform.application.understand.ReadStatistics;
import org.luaplatform.application.understand.ReadTheme;
import org.luaplatform.application.understand.RetryAnalysis;
import org.luaplatform.application.understand.SearchFeedback;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.TimeSortedIds;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.SecretBox;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.text.BuiltInAnalyzer;

/// The whole platform in memory behind a real server, with workers that work when a test says so.
final class TestServer implements AutoCloseable {

    private static final Nudge NOBODY = () -> {};

    final MemoryAdapter memory = new MemoryAdapter();
    private final InstantSource clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final TimeSortedIds ids = new TimeSortedIds(clock, random);
    private final Signals signals = new Silence();
    private final SecretBox box = new SecretBox(new byte[32], random);
    private final InProcessPublishedForms published =
            new InProcessPublishedForms(memory.forms()::findForRespondent, Duration.ofSeconds(30), clock);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpAdapter adapter;

    TestServer() {
        this(settings -> settings, OpenTelemetry.noop());
    }

    TestServer(UnaryOperator<HttpSettings> change, OpenTelemetry openTelemetry) {
        adapter = new HttpAdapter(
                change.apply(HttpSettings.local(0, "1.2.3")),
                new HttpUseCases(tenancy(), learn(), understand(), act()),
                new HttpPorts(memory.repeatedRequests(), memory.rateLimiter(), box, ids, clock),
                List.of(new Health.Check("memory", () -> true)),
                openTelemetry);
        adapter.start();
    }

    HttpAdapter adapter() {
        return adapter;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + adapter.port());
    }

    /// Whoever has no key.
    TestClient anybody() {
        return new TestClient(http, uri(), Optional.empty());
    }

    /// Whoever has this key.
    TestClient holding(String token) {
        return new TestClient(http, uri(), Optional.of(token));
    }

    /// A new organization, and a client that may do everything in it.
    Tenant tenant() {
        return tenant(EnumSet.allOf(Scope.class));
    }

    Tenant tenant(Set<Scope> scopes) {
        OrganizationId organization = new OpenOrganization(memory.organizations(), ids, clock)
                .handle(new OpenOrganization.Command("Acme"))
                .id();
        String token = new IssueApiKey(memory.apiKeys(), ids, random, clock)
                .handle(
                        new Principal.Operator(organization),
                        new IssueApiKey.Command(organization, "tests", scopes, Optional.empty()))
                .token()
                .reveal();
        return new Tenant(organization.value(), token, holding(token));
    }

    record Tenant(String id, String token, TestClient client) {

        /// A place of this organization.
        String path(String rest) {
            return "/api/v1/organizations/" + id + rest;
        }
    }

    /// Analyses, counts and tells the rules all that waits.
    void understandAll() {
        var analyze = new AnalyzeFeedback(
                memory.analysisQueue(),
                memory.forms(),
                new BuiltInAnalyzer(),
                clock,
                memory.liveEvents(),
                signals,
                NOBODY);
        while (analyze.handle(AnalyzeFeedback.Command.USUAL) > 0) {}
        var enqueue = new EnqueueForFeedback(memory.rules(), memory.deliveries(), NOBODY, signals, clock);
        var count = new CountFeedback(
                "tests",
                memory.countingLane(),
                memory.buckets(),
                memory.feedbackEntries(),
                memory.themes(),
                new BuiltInEmbedder(),
                enqueue::handle,
                memory.liveEvents(),
                clock,
                signals);
        while (count.handle(CountFeedback.Command.USUAL) > 0) {}
    }

    void importAll() {
        var run = new RunImports(
                memory.forms(), memory.imports(), memory.feedbackInbox(), new FileRows(), ids, clock, signals, NOBODY);
        while (run.handle("tests") > 0) {}
    }

    void publish(String organization, String type) {
        memory.liveEvents()
                .publish(new LiveEvents.News(
                        new OrganizationId(organization), type, Map.of("id", "x"), clock.instant()));
    }

    /// An open form with a text, a rating and a choice; its id.
    String openForm(Tenant tenant) {
        return openForm(tenant, """
                {"title": "Visit", "language": "en", "fields": [
                  {"key": "why", "type": "longText", "label": "What could we do better?", "required": true},
                  {"key": "score", "type": "rating", "label": "Overall", "scale": 5},
                  {"key": "where", "type": "singleChoice", "label": "Where?", "other": true,
                   "options": [{"key": "north", "label": "North"}, {"key": "south", "label": "South"}]}]}
                """);
    }

    String openForm(Tenant tenant, String content) {
        String form = tenant.client().post(tenant.path("/forms"), content).text("/id");
        tenant.client().post("/api/v1/forms/" + form + "/publish");
        return form;
    }

    /// Limits that tests of limits reach.
    static HttpLimits tight() {
        HttpLimits usual = HttpLimits.DEFAULT;
        return new HttpLimits(
                50,
                usual.requests(),
                4,
                4,
                usual.jsonBytes(),
                usual.headerBytes(),
                usual.requestLineBytes(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }

    private TenancyUseCases tenancy() {
        return new TenancyUseCases(
                new Authenticate(memory.apiKeys(), clock),
                new ReadOrganization(memory.organizations()),
                new IssueApiKey(memory.apiKeys(), ids, random, clock),
                new ListApiKeys(memory.apiKeys()),
                new RevokeApiKey(memory.apiKeys(), clock),
                new FollowEvents(memory.liveEvents()));
    }

    private LearnUseCases learn() {
        return new LearnUseCases(
                new CreateForm(memory.forms(), ids, clock),
                new EditForm(memory.forms(), published),
                new PublishForm(memory.forms(), published, clock),
                new CloseForm(memory.forms(), published),
                new ReadForm(memory.forms()),
                new ReadFormVersion(memory.forms()),
                new ListForms(memory.forms()),
                new ReadPublicForm(published),
                new CheckOrigin(published),
                new CollectFeedback(
                        published, memory.feedbackInbox(), ids, clock, memory.liveEvents(), signals, NOBODY),
                new StartImport(memory.forms(), memory.imports(), ids, clock, NOBODY),
                new ReadImport(memory.imports()),
                new ListImports(memory.imports()),
                new ReadRejectedRows(memory.imports()));
    }

    private UnderstandUseCases understand() {
        return new UnderstandUseCases(
                new SearchFeedback(memory.feedbackEntries()),
                new ReadFeedback(memory.feedbackEntries()),
                new ReadInsight(memory.feedbackEntries()),
                new ExportFeedback(memory.feedbackEntries()),
                new RetryAnalysis(memory.analysisQueue(), clock, NOBODY),
                new ListFailedAnalyses(memory.analysisQueue()),
                new ReadBacklog(memory.analysisQueue(), clock),
                new ListThemes(memory.themes(), memory.buckets(), clock),
                new ReadTheme(memory.themes(), memory.buckets(), clock),
                new ReadStatistics(memory.buckets(), memory.themes(), clock));
    }

    private ActUseCases act() {
        var destinations = memory.destinations();
        var rules = memory.rules();
        var deliveries = memory.deliveries();
        return new ActUseCases(
                new CreateDestination(destinations, box, ids, random, clock),
                new ReadDestination(destinations),
                new ListDestinations(destinations),
                new EditDestination(destinations),
                new RotateSecret(destinations, box, random, clock),
                new EnableDestination(destinations, deliveries, NOBODY, clock),
                new RemoveDestination(destinations, rules),
                new TestDestination(destinations, deliveries, NOBODY, signals, ids, clock),
                new CreateRule(rules, destinations, ids, clock),
                new ReadRule(rules),
                new ListRules(rules),
                new EditRule(rules, destinations),
                new RemoveRule(rules),
                new ListDeliveries(deliveries),
                new ReadDelivery(deliveries),
                new ReplayDelivery(deliveries, NOBODY, clock),
                new ReplayDeliveries(destinations, deliveries, NOBODY, clock));
    }

    @Override
    public void close() {
        adapter.close();
        http.close();
    }

    private static final class Silence implements Signals {
        @Override
        public void collected(String channel, int count) {}

        @Override
        public void analysed(int count, Duration waited) {}

        @Override
        public void analysisFailed(boolean forGood) {}

        @Override
        public void counted(int count) {}

        @Override
        public void enqueued(int count) {}

        @Override
        public void attempted(String outcome, Duration duration) {}

        @Override
        public void workerFailed(String worker, RuntimeException failure) {
            throw failure;
        }
    }
}
