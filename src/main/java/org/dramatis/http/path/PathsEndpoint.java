package org.dramatis.http.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.Dossier;
import org.dramatis.entity.path.ShortestPaths;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.PathsPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.search.NameReaders;
import org.dramatis.link.search.NamedThings;
import org.dramatis.link.search.OpenNames;
import org.dramatis.link.search.Question;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.problem.QueryFailedException;

/** How two things are connected: {@code /paths?from=Sofia+Carson&to=Netflix}. */
public final class PathsEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/paths";

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final int MOST_CHARACTERS = 500;

  private final transient NameReaders readers;

  /** Looks in the newest version, where things can be given by their names. */
  public PathsEndpoint(NameReaders readers) {
    super("GET", "HEAD");
    this.readers = readers;
  }

  @Override
  protected Set<String> parameters(String method) {
    return Set.of(FROM, TO, "timeout");
  }

  private record Drawn(Version version, PathsPage page) {}

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String from = given(request, FROM);
    String to = given(request, TO);
    response.setHeader("Cache-Control", "no-cache");
    if (from.isEmpty() || to.isEmpty()) {
      sendPage(request, response, PathsPage.empty(from, to));
      return;
    }
    Drawn drawn =
        readers.read(
            request,
            response,
            PATH,
            (snapshot, names, budget) -> {
              Graph data = new BoundedGraph(NamedThings.graph(snapshot), budget);
              return new Drawn(
                  snapshot.version(),
                  page(from, to, data, names, read -> budget.charge(Sizes.of(read))));
            });
    readers.readers().versions().tell(drawn.version(), request, response);
    sendPage(request, response, drawn.page());
  }

  private static PathsPage page(
      String from, String to, Graph data, OpenNames names, Consumer<Triple> cost)
      throws IOException {
    Optional<Node> one = find(from, data, names);
    Optional<Node> other = find(to, data, names);
    if (one.isEmpty() || other.isEmpty()) {
      return PathsPage.unknown(from, to, one.isEmpty() ? from : to);
    }
    ShortestPaths found = ShortestPaths.between(data, one.get(), other.get(), cost);
    return PathsPage.of(from, to, one.get(), other.get(), found, data);
  }

  private static String given(HttpServletRequest request, String name)
      throws RequestRefusedException {
    String text = Parameters.of(request).one(name).orElse("").strip();
    if (text.length() > MOST_CHARACTERS) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
              "'%s' has more than %d characters".formatted(name, MOST_CHARACTERS)));
    }
    return text;
  }

  /** What has this IRI, or else what is called so best. */
  private static Optional<Node> find(String text, Graph data, OpenNames names) throws IOException {
    if (text.startsWith(Namespaces.BASE)) {
      return Optional.of(NodeFactory.createURI(text))
          .filter(Dossier::isOf)
          .filter(thing ->
              data.contains(thing, Node.ANY, Node.ANY) || data.contains(Node.ANY, Node.ANY, thing));
    }
    return names
        .find(new Question(text, Set.of(), Optional.empty(), Question.MOST, Optional.empty()))
        .hits()
        .stream()
        .map(hit -> hit.entity())
        .filter(Dossier::isOf)
        .findFirst();
  }
}
