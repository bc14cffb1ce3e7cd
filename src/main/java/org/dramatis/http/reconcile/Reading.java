package org.dramatis.http.reconcile;

import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.PreviewPage;
import org.dramatis.http.page.ReconcilePage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.search.NameReaders;
import org.dramatis.ingest.Successors;
import org.dramatis.link.reconcile.Candidate;
import org.dramatis.link.reconcile.EntityType;
import org.dramatis.link.reconcile.Extension;
import org.dramatis.link.reconcile.Matcher;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.Schema;
import org.dramatis.link.search.NamedThings;
import org.dramatis.link.search.OpenNames;
import org.dramatis.model.Version;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/** One request that reads, and its answer. */
record Reading(
    NameReaders readers, Route route, HttpServletRequest request, HttpServletResponse response) {

  private static final String JSON = "application/json";
  private static final String PLAIN_PATH = "/[A-Za-z0-9/_.~#-]*";

  /** How many bytes of memory a character of JSON may take when it is read. */
  private static final long MEMORY_A_CHARACTER = 16;

  /** What there is to read. */
  private record Data(
      Snapshot snapshot, Graph graph, Schema schema, OpenNames names, Budget budget) {

    /** What has taken the place of identifiers. */
    Successors successors() {
      return Successors.of(snapshot.dataset());
    }
  }

  /** Something that is made from it. */
  @FunctionalInterface
  private interface Making<T> {
    T from(Data data) throws IOException, RequestRefusedException;
  }

  private record Made<T>(Version version, T made) {}

  private <T> T read(Making<T> making)
      throws IOException, QueryFailedException, RequestRefusedException {
    Made<T> made =
        readers.read(
            request,
            response,
            ReconcileEndpoint.PATH + route.part(),
            (snapshot, names, budget) -> {
              Graph graph = new BoundedGraph(NamedThings.graph(snapshot), budget);
              return new Made<>(
                  snapshot.version(),
                  making.from(new Data(snapshot, graph, Schema.of(graph), names, budget)));
            });
    readers.readers().versions().tell(made.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    return made.made();
  }

  private void sendJson(String json) throws IOException {
    Endpoint.send(request, response, JSON, json);
  }

  /** What the service is, for a program or for a person. */
  void manifest() throws IOException, QueryFailedException, RequestRefusedException {
    if (ManifestForm.of(request) == ManifestForm.PAGE) {
      response.setHeader("Cache-Control", "no-cache");
      Endpoint.sendPage(
          request,
          response,
          new ReconcilePage(route.root(), Protocol.numbers(), BatchReader.MOST_QUERIES));
      return;
    }
    sendJson(
        read(data ->
            new Manifest(route.protocol(), route.root(), data.snapshot().version(), data.schema())
                .json()));
  }

  /** Candidates for each query. */
  void match(Protocol protocol, String text)
      throws IOException, QueryFailedException, RequestRefusedException {
    sendJson(
        read(data -> {
          data.budget().charge(MEMORY_A_CHARACTER * text.length());
          JsonValue batch = JsonInput.read(text);
          List<Asked> asked = BatchReader.read(protocol, batch, data.schema());
          Exchange.of(request).rows(asked.size());
          Successors successors = data.successors();
          Matcher matcher = new Matcher(data.graph(), data.names());
          BatchAnswer answer = new BatchAnswer(protocol);
          for (Asked one : asked) {
            data.budget().check();
            List<Candidate> candidates = matcher.candidates(one.query().following(successors));
            data.budget().charge(answer.add(one.key(), candidates));
          }
          return answer.text();
        }));
  }

  /** Values of properties of entities. */
  void extend(Protocol protocol, String text)
      throws IOException, QueryFailedException, RequestRefusedException {
    sendJson(
        read(data -> {
          data.budget().charge(MEMORY_A_CHARACTER * text.length());
          ExtensionReader.Wanted wanted = ExtensionReader.read(JsonInput.read(text), data.schema());
          Extension extension =
              new Extension(data.snapshot().dataset(), data.graph(), data.successors());
          return new ExtensionAnswer(protocol, extension, data.budget()).json(wanted);
        }));
  }

  /** Properties that entities of a class may have. */
  void propose(Optional<String> type, int limit)
      throws IOException, QueryFailedException, RequestRefusedException {
    sendJson(
        read(data -> {
          List<Property> properties = data.schema().properties();
          if (type.isPresent()) {
            EntityType known = type(type.get(), data.schema());
            properties =
                properties.stream()
                    .filter(property -> property.isOf(known, data.schema()))
                    .toList();
          }
          return ExtensionAnswer.proposals(type.orElse(""), properties, limit);
        }));
  }

  /** What may be meant by the beginning of something. */
  void suggest(String kind, Suggestions suggestions, Optional<String> type)
      throws IOException, QueryFailedException, RequestRefusedException {
    Suggestions.Page page =
        read(data ->
            switch (kind) {
              case "type" -> suggestions.types(data.schema());
              case "property" -> suggestions.properties(data.schema());
              default -> {
                Set<Node> types =
                    type.isPresent()
                        ? data.schema().narrowed(type(type.get(), data.schema()))
                        : Set.of();
                yield suggestions.entities(data.graph(), data.names(), types);
              }
            });
    if (page.more()) {
      String name = route.protocol() == Protocol.V0_2 ? Suggestions.CURSOR : Suggestions.OFFSET;
      String own = type.map(id -> "&type=" + encode(id)).orElse("");
      response.addHeader(
          "Link",
          "<%s?prefix=%s%s&limit=%d&%s=%d>; rel=\"next\""
              .formatted(
                  request.getRequestURI(),
                  encode(suggestions.prefix()),
                  own,
                  suggestions.limit(),
                  name,
                  suggestions.skip() + suggestions.limit()));
    }
    sendJson(page.json());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static EntityType type(String name, Schema schema) throws RequestRefusedException {
    Optional<EntityType> type = schema.type(name);
    if (type.isEmpty()) {
      Mistakes mistakes = new Mistakes();
      mistakes.unknown("type", "type", name, schema.types().stream().map(EntityType::id).toList());
      mistakes.refuseIfAny();
    }
    return type.orElseThrow();
  }

  /** An entity on a page of its own. */
  void preview(Node entity) throws IOException, QueryFailedException, RequestRefusedException {
    String page = card(entity).preview().html();
    PreviewPage.headers().forEach(response::setHeader);
    Endpoint.send(request, response, PageHeaders.HTML, page);
  }

  /** An entity for a small window beside a list. */
  void flyout(Node entity) throws IOException, QueryFailedException, RequestRefusedException {
    sendJson(card(entity).flyout());
  }

  private Card card(Node entity) throws IOException, QueryFailedException, RequestRefusedException {
    String root = request.getRequestURL().toString();
    String host = root.substring(0, root.length() - request.getRequestURI().length());
    return read(data ->
        Card.read(data.graph(), data.schema(), data.successors().last(entity), host)
            .orElseThrow(() -> unknown(entity)));
  }

  private static RequestRefusedException unknown(Node entity) {
    return new RequestRefusedException(
        HttpProblem.notFound("nothing is known of <%s>".formatted(entity.getURI())));
  }

  /** Leads to where an entity is described; what is not ours is described here. */
  void view(Node entity) throws IOException, QueryFailedException, RequestRefusedException {
    Optional<String> address =
        LocalLinks.NEWEST.address(entity.getURI()).filter(path -> path.matches(PLAIN_PATH));
    if (address.isEmpty()) {
      preview(entity);
      return;
    }
    response.setHeader("Location", address.get());
    response.setHeader("Cache-Control", "no-cache");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
