package org.dramatis.http.page;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.model.Terms;

/**
 * A term of the data as pages show it. It may be anything, so it is set apart from the direction of
 * the words around it, and is a link only where that is safe.
 *
 * @param text what stands there
 * @param address where it leads
 * @param language the language of a literal; empty if it has none
 */
public record Shown(String text, Optional<String> address, Optional<String> language) {

  /** Refuses an address that is none of a page. */
  public Shown {
    if (address.filter(given -> !Link.isSafe(given)).isPresent()) {
      throw new IllegalArgumentException("no page is at " + address.get());
    }
  }

  /** Some text that leads nowhere. */
  static Shown plain(String text) {
    return new Shown(text, Optional.empty(), Optional.empty());
  }

  /** A term without a label, as the newest version has it. */
  public static Shown of(Node node) {
    if (node.isURI()) {
      return LocalLinks.NEWEST.show(node, Optional.empty());
    }
    return node.isLiteral()
        ? new Shown(
            node.getLiteralLexicalForm(),
            Optional.empty(),
            Optional.of(node.getLiteralLanguage()).filter(language -> !language.isEmpty()))
        : plain(Terms.show(node));
  }
}
