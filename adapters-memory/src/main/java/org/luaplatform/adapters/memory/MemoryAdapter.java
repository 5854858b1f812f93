package org.luaplatform.adapters.memory;

import org.luaplatform.adapters.memory.act.InMemoryDeliveries;
import org.luaplatform.adapters.memory.act.InMemoryDestinations;
import org.luaplatform.adapters.memory.act.InMemoryRules;
import org.luaplatform.adapters.memory.act.InMemoryWatches;
import org.luaplatform.adapters.memory.learn.InMemoryForms;
import org.luaplatform.adapters.memory.learn.InMemoryImports;
import org.luaplatform.adapters.memory.tenancy.InMemoryApiKeys;
import org.luaplatform.adapters.memory.tenancy.InMemoryOrganizations;
import org.luaplatform.adapters.memory.tenancy.InMemoryRepeatedRequests;
import org.luaplatform.adapters.memory.tenancy.InProcessLiveEvents;
import org.luaplatform.adapters.memory.tenancy.InProcessRateLimiter;
import org.luaplatform.adapters.memory.understand.InMemoryFeedback;
import org.luaplatform.adapters.memory.understand.InMemoryThemes;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.Themes;

/// The ports that persist, without the persisting, and those that are short-lived anyway: everything is in this
/// object and gone with it. For tests, and for embedders with little data that may be lost. Safe from any number of
/// threads. Published forms are kept near in front of any store, hence apart:
/// [org.luaplatform.adapters.memory.learn.InProcessPublishedForms].
public final class MemoryAdapter {

    private final Organizations organizations = new InMemoryOrganizations();
    private final ApiKeys apiKeys = new InMemoryApiKeys();
    private final RepeatedRequests repeatedRequests = new InMemoryRepeatedRequests();
    private final Forms forms = new InMemoryForms();
    private final Imports imports = new InMemoryImports();
    private final InMemoryFeedback feedback = new InMemoryFeedback();
    private final Themes themes = new InMemoryThemes();
    private final Rules rules = new InMemoryRules();
    private final Destinations destinations = new InMemoryDestinations();
    private final Watches watches = new InMemoryWatches();
    private final Deliveries deliveries = new InMemoryDeliveries();
    private final RateLimiter rateLimiter = new InProcessRateLimiter();
    private final LiveEvents liveEvents = new InProcessLiveEvents();

    public Organizations organizations() {
        return organizations;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public RepeatedRequests repeatedRequests() {
        return repeatedRequests;
    }

    public Forms forms() {
        return forms;
    }

    public Imports imports() {
        return imports;
    }

    public FeedbackInbox feedbackInbox() {
        return feedback.inbox();
    }

    public FeedbackEntries feedbackEntries() {
        return feedback.entries();
    }

    public AnalysisQueue analysisQueue() {
        return feedback.queue();
    }

    public CountingLane countingLane() {
        return feedback.lane();
    }

    public Buckets buckets() {
        return feedback.buckets();
    }

    public Themes themes() {
        return themes;
    }

    public Rules rules() {
        return rules;
    }

    public Destinations destinations() {
        return destinations;
    }

    public Watches watches() {
        return watches;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public RateLimiter rateLimiter() {
        return rateLimiter;
    }

    public LiveEvents liveEvents() {
        return liveEvents;
    }
}
