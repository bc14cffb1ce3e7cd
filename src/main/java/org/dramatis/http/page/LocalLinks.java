package org.dramatis.http.page;

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

  /** A term as content of a page, shown by its label if it has one. */
  String show(Node node, Optional<String> label) {
    if (!node.isURI()) {
      return TermCell.of(node);
    }
    String text = label.orElseGet(() -> Terms.show(node));
    return target(node.getURI())
        .map(address -> Html.link(address, text))
        .orElseGet(() -> Html.escape(text));
  }

  /** What is named here is described here; anything else is linked only if it is on the web. */
  private Optional<String> target(String iri) {
    boolean onTheWeb = iri.startsWith("https://") || iri.startsWith("http://");
    return address(iri).or(() -> Optional.of(iri).filter(_ -> onTheWeb));
  }
}
