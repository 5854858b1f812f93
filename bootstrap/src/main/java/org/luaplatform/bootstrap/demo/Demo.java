package org.luaplatform.bootstrap.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.application.learn.CreateForm;
import org.luaplatform.application.learn.ListForms;
import org.luaplatform.application.learn.PublishForm;
import org.luaplatform.application.learn.ReadImport;
import org.luaplatform.application.learn.StartImport;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.understand.Slice;

/// Loads real answers through the same use cases that everybody has, and waits until they are understood.
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /// The use cases that the demo goes through.
    public record UseCases(
            ListForms listForms,
            CreateForm createForm,
            PublishForm publishForm,
            StartImport startImport,
            ReadImport readImport,
            DemoSummary summary) {}

    private final UseCases useCases;
    private final InstantSource clock;
    private final PrintStream out;

    /// @param out where people look
    public Demo(UseCases useCases, InstantSource clock, PrintStream out) {
        this.useCases = useCases;
        this.clock = clock;
        this.out = out;
    }

    /// Loads the demo's answers unless the organization has a form already, and prints what was found in them.
    public void show(OrganizationId organization) {
        Principal operator = new Principal.Operator(organization);
        Optional<Form> present = useCases
                .listForms()
                .handle(operator, new ListForms.Query(organization, PageRequest.first(PageRequest.MAX_LIMIT)))
                .items()
                .stream()
                .map(versioned -> versioned.value())
                .filter(form -> form.content().title().equals(DemoForm.CONTENT.title()))
                .findFirst();
        if (present.isEmpty()) {
            load(organization, operator);
        }
        useCases.summary().print(organization, operator, Slice.ALL, out);
    }

    private void load(OrganizationId organization, Principal operator) {
        Instant started = clock.instant();
        Form form = useCases.createForm()
                .handle(
                        operator,
                        new CreateForm.Command(organization, DemoForm.CONTENT, FormSettings.PUBLIC, Optional.empty()))
                .value();
        useCases.publishForm().handle(operator, new PublishForm.Command(form.id(), Expected.any()));
        Import running = useCases.startImport()
                .handle(
                        operator,
                        new StartImport.Command(
                                organization,
                                form.id(),
                                ImportFormat.CSV,
                                ImportMapping.AUTOMATIC,
                                false,
                                DemoAnswers.asImport(started),
                                Optional.empty()));
        var bar = new ProgressBar(out, "Learning and understanding " + DemoAnswers.COUNT + " real answers");
        while (clock.instant().isBefore(started.plus(PATIENCE))) {
            Import now = useCases.readImport().handle(operator, new ReadImport.Query(organization, running.id()));
            long understood = useCases.summary().volume(organization, operator);
            // Both halves of the way count: being stored, and being counted after the analysis.
            bar.show((now.progress().read() + understood) / (2.0 * DemoAnswers.COUNT));
            if (now.state() == Import.State.FAILED
                    || (now.state() == Import.State.DONE
                            && understood >= now.progress().accepted())) {
                break;
            }
            pause();
        }
        bar.done(Duration.between(started, clock.instant()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
