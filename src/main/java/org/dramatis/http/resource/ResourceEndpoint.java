package org.dramatis.http.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.Profile;
import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.AnswerCache;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.GraphAnswer;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.lookup.EntityIdentifiers;
import org.dramatis.http.page.Page;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.link.Tombstone;
import org.dramatis.link.Vanished;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;
import org.dramatis.store.statistics.Counts;

/**
 * Describes what is named under the project's base: entities, claims, passages, sources, concepts,
 * releases and the vocabulary. What was merged into something else or retired says so for ever.
 */
public final class ResourceEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** The parameters that are read. */
  public static final Set<String> PARAMETERS =
      Set.of("format", Profiles.PARAMETER, "timeout", Versions.PARAMETER);

  private final transient Readers readers;
  private final transient Vanished vanished;
  private final transient EntityIdentifiers identifiers;
  private final transient ThingPages pages;
  private final transient Counts counts;
  private final transient AnswerCache cache;

  /**
   * Answers.
   *
   * @param pages makes pages of things
   * @param counts tells how much there is of what
   * @param cache has the pages that were drawn before
   */
  public ResourceEndpoint(Readers readers, ThingPages pages, Counts counts, AnswerCache cache) {
    super("GET", "HEAD");
    this.readers = readers;
    this.pages = pages;
    this.counts = counts;
    this.cache = cache;
    this.vanished = new Vanished(readers.versions().history().log());
    this.identifiers = new EntityIdentifiers(readers);
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (EntityIdentifiers.areAskedFor(request)) {
      identifiers.answer(request, response);
      return;
    }
    Client client = readers.admit(request, response);
    Parameters parameters = Parameters.of(request);
    ResourceAddress address = ResourceAddress.of(request);
    Profile profile = Profiles.of(parameters);
    AskedVersion version = readers.versions().choose(Versions.of(parameters), request);
    version.tell(request, response);
    Optional<Answering> answering =
        readers.read(
            client,
            Lifecycle.of(getServletContext()).running(),
            Exchange.of(request),
            parameters.seconds("timeout"),
            "%s %s".formatted(request.getMethod(), request.getRequestURI()),
            version.version(),
            (snapshot, budget) ->
                describe(
                    snapshot,
                    budget,
                    new AskedThing(
                        address, version, profile, ResourceAddress.links(version), parameters),
                    request,
                    response));
    if (answering.isPresent()) {
      answering.get().delivery().send(answering.get().answer());
    }
  }

  /** An answer that is complete, and where it goes. */
  private record Answering(Delivery delivery, StoredAnswer answer) {}

  private Optional<Answering> describe(
      Snapshot snapshot,
      Budget budget,
      AskedThing asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    DatasetGraph dataset = new BoundedDataset(snapshot.dataset(), budget);
    Optional<Tombstone> tombstone = Tombstone.find(dataset, asked.address().thing());
    if (tombstone.isPresent()) {
      GoneAnswer gone = new GoneAnswer(tombstone.get(), asked.address(), asked.links());
      StoredAnswer answer =
          gone.write(asked.parameters(), asked.version().version(), request, response);
      return Optional.of(new Answering(new Delivery(request, response, Optional.empty()), answer));
    }
    Optional<StoredAnswer> drawn =
        asked.wantsPage(request) ? cache.find(asked.pageKey()) : Optional.empty();
    if (drawn.isPresent()) {
      Delivery delivery = delivery(asked, new AnswerForm.Page(), request, response);
      return delivery.sendNotModified(true)
          ? Optional.empty()
          : Optional.of(new Answering(delivery, drawn.get()));
    }
    Consumer<Triple> cost = triple -> budget.charge(Sizes.of(triple));
    Portrait portrait =
        Portrait.of(dataset, asked.address().thing(), asked.profile() == Profile.FULL, cost)
            .orElseThrow(() -> notThere(asked, response));
    AnswerForm form = asked.form(request);
    Delivery delivery = delivery(asked, form, request, response);
    if (delivery.sendNotModified(true)) {
      return Optional.empty();
    }
    Map<String, String> cut =
        portrait.isCut()
            ? Map.of("Dramatis-Truncated", "pointing=" + Portrait.MOST_POINTING)
            : Map.of();
    Optional<StoredAnswer> answer =
        switch (form) {
          case AnswerForm.Page _ -> {
            Page page =
                pages.page(
                    portrait,
                    snapshot,
                    dataset,
                    () -> counts.of(snapshot, budget::check),
                    asked,
                    budget);
            StoredAnswer complete = Pages.answer(page, asked.version().version(), cut, request);
            cache.put(asked.pageKey(), complete);
            yield Optional.of(complete);
          }
          case AnswerForm.Data data -> {
            cut.forEach(response::setHeader);
            Graph graph =
                Profiles.graph(portrait, dataset.getDefaultGraph(), asked.profile(), cost);
            yield asked.profile() == Profile.SCHEMA && data.format() == AnswerFormat.JSONLD
                ? Optional.of(
                    Profiles.schemaJson(graph, portrait.thing(), data, asked.version().version()))
                : new GraphAnswer(data, readers.limits(), budget, delivery)
                    .write(graph, asked.version().version());
          }
        };
    return answer.map(complete -> new Answering(delivery, complete));
  }

  /** Where the answer goes, with the headers that tell what it is one of. */
  private static Delivery delivery(
      AskedThing asked, AnswerForm form, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Link", asked.address().relations(asked.same()));
    if (response.getHeader("Content-Location") == null) {
      response.setHeader("Content-Location", asked.address().in(key(form), asked.same()));
    }
    return new Delivery(
        request,
        response,
        Optional.of(
            asked
                .version()
                .tag()
                .of(asked.address().path(), asked.same().query(), form.toString())));
  }

  private static String key(AnswerForm form) {
    return switch (form) {
      case AnswerForm.Page _ -> "html";
      case AnswerForm.Data data -> data.format().key();
    };
  }

  /** What was there in an earlier version is gone; only what never was is not found. */
  private RequestRefusedException notThere(AskedThing asked, HttpServletResponse response) {
    String name = "<%s>".formatted(asked.address().thing().getURI());
    Version version = asked.version().version();
    Optional<Version> last = vanished.lastWith(asked.address().thing(), version);
    if (last.isEmpty()) {
      return new RequestRefusedException(
          HttpProblem.notFound(
              "version %s of the data knows nothing of %s".formatted(version, name)));
    }
    String there = asked.address().at(last.get());
    response.addHeader("Link", "<%s>; rel=\"predecessor-version\"".formatted(there));
    return new RequestRefusedException(
        HttpProblem.of(
                ProblemType.GONE,
                "version %s of the data knows nothing of %s; the last that did is version %s"
                    .formatted(version, name, last.get()))
            .hinting("see " + there));
  }
}
