package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Namespaces;

/**
 * The graph that a request of the Graph Store Protocol is about. Below {@code /data/} the address
 * itself names a graph, under the base that never changes; so one and the same graph has the same
 * name on every machine.
 *
 * @param name the graph, {@link Quad#defaultGraphIRI} for the default graph
 * @param isNew whether the graph is one that nobody has named yet
 */
public record GraphTarget(Node name, boolean isNew) {

  public static final String PATH = "/data";

  /** An address of these is the graph's name again; others would be encoded, which is a name. */
  private static final Pattern PATH_CHARACTERS = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/%-]+");

  private static final String DIRECT = Namespaces.BASE + PATH.substring(1) + "/";

  public static GraphTarget of(HttpServletRequest request) throws RequestRefusedException {
    Parameters query = Parameters.of(request);
    Optional<String> graph = query.one("graph");
    String below = below(request.getRequestURI());
    boolean unnamed = query.has("default");
    if ((unnamed ? 1 : 0) + (graph.isPresent() ? 1 : 0) + (below.isEmpty() ? 0 : 1) > 1) {
      throw refused("name one graph: by ?default, by ?graph=IRI, or by the path below " + PATH);
    }
    if (unnamed) {
      return new GraphTarget(Quad.defaultGraphIRI, false);
    }
    if (graph.isPresent()) {
      return named(canonical(graph.get(), request));
    }
    return below.isEmpty()
        ? new GraphTarget(NodeFactory.createURI(DIRECT + UUID.randomUUID()), true)
        : named(DIRECT + below);
  }

  private static String below(String path) {
    return path.length() <= PATH.length() ? "" : path.substring(PATH.length() + 1);
  }

  /** What was created by its address can be named by its address, whatever this host is called. */
  private static String canonical(String iri, HttpServletRequest request) {
    String here = address(request, "");
    return iri.startsWith(here) && iri.length() > here.length()
        ? DIRECT + iri.substring(here.length())
        : iri;
  }

  private static String address(HttpServletRequest request, String below) {
    StringBuffer url = request.getRequestURL();
    String path = request.getRequestURI();
    return url.substring(0, url.length() - path.length()) + PATH + "/" + below;
  }

  private static GraphTarget named(String iri) throws RequestRefusedException {
    try {
      if (!IRIx.create(iri).isAbsolute()) {
        throw refused("the name of a graph is an absolute IRI, and '%s' is none".formatted(iri));
      }
    } catch (IRIException malformed) {
      throw refused("the name of a graph is an IRI: " + malformed.getMessage());
    }
    Node name = NodeFactory.createURI(iri);
    if (iri.startsWith("urn:x-arq:")) {
      throw refused("'%s' is not the name of a graph here".formatted(iri));
    }
    return new GraphTarget(name, false);
  }

  /** Whether it is the default graph, which is always there. */
  boolean isDefault() {
    return Quad.isDefaultGraph(name);
  }

  /** What is shown of a request while it is carried out. */
  String shown(HttpServletRequest request) {
    return "%s %s <%s>".formatted(request.getMethod(), PATH, name.getURI());
  }

  /** Why nothing can be done with a graph that is not there. */
  RequestRefusedException absent() {
    return new RequestRefusedException(
        HttpProblem.notFound("there is no graph <%s>".formatted(name.getURI())));
  }

  /** Where the graph is found from now on: at its address, or by its name. */
  String location(HttpServletRequest request) {
    String iri = name.getURI();
    return iri.startsWith(DIRECT)
            && PATH_CHARACTERS.matcher(iri.substring(DIRECT.length())).matches()
        ? address(request, iri.substring(DIRECT.length()))
        : address(request, "").replaceFirst("/$", "") + "?graph=" + encode(iri);
  }

  private static String encode(String iri) {
    return URLEncoder.encode(iri, StandardCharsets.UTF_8);
  }

  private static RequestRefusedException refused(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
