package org.dramatis.http.page;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.model.Terms;

/** A term of RDF as the content of a table's cell. */
final class TermCell {

  private TermCell() {}

  static String of(Node node) {
    if (node.isURI()) {
      return LocalLinks.NEWEST.show(node, Optional.empty());
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
}
