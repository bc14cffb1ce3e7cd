package org.dramatis.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;

/**
 * Leads from what is named by us to where this server describes it.
 *
 * @param query what the addresses end with, so that a reader of an old version stays there: empty,
 *     or a question mark and what follows it
 */
public record LocalLinks(String query) {

  /** To the newest version. */
  public static final LocalLinks NEWEST = new LocalLinks("");

  /** The address on this server, if the IRI is one of the project's own. */
  public Optional<String> address(String iri) {
    return Namespaces.path(iri).map(this::withQuery);
  }

  private String withQuery(String path) {
    int fragment = path.indexOf('#');
    return fragment < 0
        ? path + query
        : path.substring(0, fragment) + query + path.substring(fragment);
  }

  /** The version in which a reader stays; empty in the newest. */
  public String version() {
    return query.isEmpty() ? "" : URLDecoder.decode(query.substring(query.indexOf('=') + 1), UTF_8);
  }

  /** A term as a page shows it, by its label if it has one. */
  public Shown show(Node node, Optional<String> label) {
    if (!node.isURI()) {
      return Shown.of(node);
    }
    return new Shown(
        label.orElseGet(() -> Terms.show(node)), target(node.getURI()), Optional.empty());
  }

  /**
   * What is named here is described here; anything else is linked only if it is on the web. An
   * address that a browser would take for that of another host is shown and not linked.
   */
  private Optional<String> target(String iri) {
    return address(iri).or(() -> Optional.of(iri).filter(Link::isWeb)).filter(Link::isSafe);
  }
}
