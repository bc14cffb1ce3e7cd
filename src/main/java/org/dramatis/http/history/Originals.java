package org.dramatis.http.history;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.http.citation.CitationEndpoint;
import org.dramatis.http.dump.DumpEndpoint;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.lookup.LookupEndpoint;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.published.PublishedEndpoint;
import org.dramatis.http.resource.ResourceAddress;
import org.dramatis.http.site.VoidEndpoint;
import org.dramatis.http.source.ConflictsEndpoint;
import org.dramatis.http.source.SourcesEndpoint;
import org.dramatis.http.source.TimelineEndpoint;
import org.dramatis.http.write.GraphTarget;
import org.dramatis.model.Namespaces;

/** Reads the address of an original behind that of a TimeGate or a TimeMap. */
public final class Originals {

  private static final Set<String> WHOLE =
      Set.of(
          "/",
          VoidEndpoint.PATH,
          "/sparql",
          LookupEndpoint.PATH,
          SourcesEndpoint.PATH,
          ConflictsEndpoint.PATH,
          TimelineEndpoint.PATH);

  private static final Set<String> PARTS =
      Set.of(PublishedEndpoint.PATH + "/", CitationEndpoint.PATH + "/", SourcesEndpoint.PATH + "/");

  private final boolean graphs;

  /**
   * The addresses of one server.
   *
   * @param graphs whether it has the Graph Store Protocol
   */
  public Originals(boolean graphs) {
    this.graphs = graphs;
  }

  /** The original; without a path it is the data as a whole, which is described at the root. */
  TimedAddress find(String path, String query) throws RequestRefusedException {
    // A second slash or a backslash would lead to another server.
    if (path.startsWith("//") || path.contains("\\") || path.contains("/..")) {
      throw new RequestRefusedException(
          HttpProblem.notFound("only addresses of this server have versions here"));
    }
    TimedAddress original = TimedAddress.of(path.isEmpty() ? "/" : path, query);
    if (!isTimed(original.path())) {
      throw new RequestRefusedException(
          HttpProblem.notFound("what stands at %s has no versions".formatted(original.path()))
              .hinting("versions are of the data, of answers to queries, and of what is named"));
    }
    return original;
  }

  /** Whether what stands there is read from a version, and another can be asked for. */
  private boolean isTimed(String path) {
    return WHOLE.contains(path)
        || DumpEndpoint.isOriginal(path)
        || (graphs && (path + "/").startsWith(GraphTarget.PATH + "/"))
        || PARTS.stream().anyMatch(path::startsWith)
        || isNamed(path);
  }

  private static boolean isNamed(String path) {
    return Namespaces.paths().stream().anyMatch(named -> path.startsWith("/" + named + "/"));
  }

  /** What is described there, if one thing is. */
  static Optional<Node> thing(TimedAddress original) {
    return Optional.of(original.path())
        .filter(Originals::isNamed)
        .map(path -> ResourceAddress.of(path).thing());
  }
}
