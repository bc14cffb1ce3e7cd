package org.dramatis.http.page;

import org.apache.jena.graph.Node;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;

/** A term of RDF as the content of a table's cell. */
final class TermCell {

  private TermCell() {}

  static String of(Node node) {
    if (node.isURI()) {
      return ofIri(node.getURI(), Terms.show(node));
    }
    if (!node.isLiteral()) {
      return Html.escape(Terms.show(node));
    }
    String text = Html.escape(node.getLiteralLexicalForm());
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? text
        : "<span lang=\"" + Html.escape(language) + "\">" + text + "</span>";
  }

  /** What is named here can be described here; anything else is linked only if it is on the web. */
  private static String ofIri(String iri, String shown) {
    if (iri.startsWith(Namespaces.BASE)) {
      return Html.queryLink("DESCRIBE <" + iri + ">", shown);
    }
    boolean onTheWeb = iri.startsWith("https://") || iri.startsWith("http://");
    return onTheWeb ? Html.link(iri, shown) : Html.escape(shown);
  }
}
