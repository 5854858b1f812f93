package org.luaplatform.adapters.http.learn;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.RateLimits;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.learn.CollectFeedback;
import org.luaplatform.application.learn.ReadPublicForm;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// What respondents do: open a form, and answer it. Both are open to everybody, as far as the form is.
public final class PublicFormRoutes implements Routes {

    private static final String FORM = "/api/v1/public/forms/{form}";
    private static final String FEEDBACK = "/api/v1/forms/{form}/feedback";

    /// A form can be closed at any moment: caches may keep it, but ask first.
    private static final Header REVALIDATE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");

    private final ReadPublicForm readPublicForm;
    private final CollectFeedback collectFeedback;
    private final FormOrigins origins;
    private final RateLimits rates;
    private final Optional<RateLimiter.Limit> reading;
    private final Optional<RateLimiter.Limit> collecting;
    private final RenderedForms rendered = new RenderedForms();

    /// @param reading how often one address may open forms; empty for no limit
    /// @param collecting how often one address may answer them; empty for no limit
    public PublicFormRoutes(
            LearnUseCases useCases,
            RateLimits rates,
            Optional<RateLimiter.Limit> reading,
            Optional<RateLimiter.Limit> collecting) {
        this.readPublicForm = useCases.readPublicForm();
        this.collectFeedback = useCases.collectFeedback();
        this.origins = new FormOrigins(useCases.checkOrigin());
        this.rates = rates;
        this.reading = reading;
        this.collecting = collecting;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get(FORM, this::read).taking("language").forEverybody());
        routes.add(Route.post(FEEDBACK, this::collect).forEverybody());
        routes.add(Route.of("OPTIONS", FORM, this::preflight).producing("*/*").forEverybody());
        routes.add(
                Route.of("OPTIONS", FEEDBACK, this::preflight).producing("*/*").forEverybody());
    }

    private Reply preflight(Exchange exchange) {
        return origins.preflight(exchange, form(exchange));
    }

    private Reply read(Exchange exchange) {
        FormId id = form(exchange);
        origins.check(exchange, id);
        rates.spend(exchange, "forms", reading);
        Query query = exchange.query();
        Optional<Language> wanted =
                query.value("language", text -> Optional.of(new Language(text)), "must be a BCP 47 language tag");
        query.done();
        Form.Open form = readPublicForm.handle(exchange.caller(), new ReadPublicForm.Query(id));
        RenderedForms.Rendered page = rendered.find(form.published(), wanted);
        boolean isKnown = exchange.header(HeaderNames.IF_NONE_MATCH)
                .filter(known -> known.contains(page.tag()) || known.strip().equals("*"))
                .isPresent();
        Reply reply = isKnown ? Reply.empty(304) : Reply.bytes(200, RenderedForms.JSON, page.json());
        return reply.with(page.etag()).with(REVALIDATE);
    }

    private Reply collect(Exchange exchange) {
        FormId id = form(exchange);
        origins.check(exchange, id);
        rates.spend(exchange, "collect", collecting);
        byte[] json = exchange.jsonBytes();
        FeedbackBody body = FeedbackBody.read(Exchange.parse(json));
        Optional<Origin> origin = exchange.header(Repetitions.IDEMPOTENCY_KEY)
                .map(RepeatedRequests.Key::new)
                .map(key -> Origin.ofRequest(key.value(), Repetitions.fingerprint(json)));
        CollectFeedback.Receipt receipt = collectFeedback.handle(
                exchange.caller(), new CollectFeedback.Command(id, body.submission(), origin, body.faults()));
        return Reply.json(
                        201,
                        new JsonWriter(192)
                                .startObject()
                                .field("id", receipt.id().value())
                                .field("formId", receipt.form().value())
                                .field("formVersion", receipt.formVersion())
                                .field("receivedAt", receipt.receivedAt())
                                .endObject())
                .with(HeaderNames.LOCATION, "/api/v1/feedback/" + receipt.id());
    }

    private static FormId form(Exchange exchange) {
        return new FormId(exchange.variable("form"));
    }
}
