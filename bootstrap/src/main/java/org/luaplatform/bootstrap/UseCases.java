package org.luaplatform.bootstrap;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.luaplatform.adapters.http.act.ActUseCases;
import org.luaplatform.adapters.http.learn.LearnUseCases;
import org.luaplatform.adapters.http.tenancy.TenancyUseCases;
import org.luaplatform.adapters.http.understand.UnderstandUseCases;
import org.luaplatform.application.act.CreateDestination;
import org.luaplatform.application.act.CreateRule;
import org.luaplatform.application.act.EditDestination;
import org.luaplatform.application.act.EditRule;
import org.luaplatform.application.act.EnableDestination;
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
import org.luaplatform.application.learn.StartImport;
import org.luaplatform.application.tenancy.Authenticate;
import org.luaplatform.application.tenancy.FollowEvents;
import org.luaplatform.application.tenancy.IssueApiKey;
import org.luaplatform.application.tenancy.ListApiKeys;
import org.luaplatform.application.tenancy.ReadOrganization;
import org.luaplatform.application.tenancy.RevokeApiKey;
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
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.tenancy.SecretBox;

/// Everything that can be done with the platform over HTTP, made from its ports. Long, flat and dull on purpose:
/// who wants to know what a use case is given looks here.
record UseCases(
        Stores stores,
        SharedPorts shared,
        Workers workers,
        SecretBox box,
        Signals signals,
        IdGenerator ids,
        RandomGenerator random,
        InstantSource clock) {

    TenancyUseCases tenancy() {
        return new TenancyUseCases(
                new Authenticate(stores.apiKeys(), clock),
                new ReadOrganization(stores.organizations()),
                new IssueApiKey(stores.apiKeys(), ids, random, clock),
                new ListApiKeys(stores.apiKeys()),
                new RevokeApiKey(stores.apiKeys(), clock),
                new FollowEvents(shared.liveEvents()));
    }

    LearnUseCases learn() {
        return new LearnUseCases(
                new CreateForm(stores.forms(), ids, clock),
                new EditForm(stores.forms(), shared.publishedForms()),
                new PublishForm(stores.forms(), shared.publishedForms(), clock),
                new CloseForm(stores.forms(), shared.publishedForms()),
                new ReadForm(stores.forms()),
                new ReadFormVersion(stores.forms()),
                new ListForms(stores.forms()),
                new ReadPublicForm(shared.publishedForms()),
                new CheckOrigin(shared.publishedForms()),
                new CollectFeedback(
                        shared.publishedForms(),
                        stores.inbox(),
                        ids,
                        clock,
                        shared.liveEvents(),
                        signals,
                        workers::nudgeAnalysis),
                new StartImport(stores.forms(), stores.imports(), ids, clock, workers::nudgeImporting),
                new ReadImport(stores.imports()),
                new ListImports(stores.imports()),
                new ReadRejectedRows(stores.imports()));
    }

    UnderstandUseCases understand() {
        return new UnderstandUseCases(
                new SearchFeedback(stores.entries()),
                new ReadFeedback(stores.entries()),
                new ReadInsight(stores.entries()),
                new ExportFeedback(stores.entries()),
                new RetryAnalysis(stores.analysis(), clock, workers::nudgeAnalysis),
                new ListFailedAnalyses(stores.analysis()),
                new ReadBacklog(stores.analysis(), clock),
                new ListThemes(stores.themes(), stores.buckets(), clock),
                new ReadTheme(stores.themes(), stores.buckets(), clock),
                new ReadStatistics(stores.buckets(), stores.themes(), clock));
    }

    ActUseCases act() {
        return new ActUseCases(
                new CreateDestination(stores.destinations(), box, ids, random, clock),
                new ReadDestination(stores.destinations()),
                new ListDestinations(stores.destinations()),
                new EditDestination(stores.destinations()),
                new RotateSecret(stores.destinations(), box, random, clock),
                new EnableDestination(stores.destinations(), stores.deliveries(), workers::nudgeDispatching, clock),
                new RemoveDestination(stores.destinations(), stores.rules()),
                new TestDestination(
                        stores.destinations(), stores.deliveries(), workers::nudgeDispatching, signals, ids, clock),
                new CreateRule(stores.rules(), stores.destinations(), ids, clock),
                new ReadRule(stores.rules()),
                new ListRules(stores.rules()),
                new EditRule(stores.rules(), stores.destinations()),
                new RemoveRule(stores.rules()),
                new ListDeliveries(stores.deliveries()),
                new ReadDelivery(stores.deliveries()),
                new ReplayDelivery(stores.deliveries(), workers::nudgeDispatching, clock),
                new ReplayDeliveries(stores.destinations(), stores.deliveries(), workers::nudgeDispatching, clock));
    }
}
