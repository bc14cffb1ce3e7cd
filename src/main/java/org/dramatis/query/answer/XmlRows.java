package org.dramatis.query.answer;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.rowset.RowSetWrapper;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.problem.InexpressibleTermException;

/**
 * Rows on their way into XML, which has no way to write most control characters. Jena would write
 * references that no XML parser accepts.
 */
final class XmlRows extends RowSetWrapper {

  XmlRows(RowSet rows) {
    super(rows);
  }

  @Override
  public Binding next() {
    Binding row = super.next();
    row.forEach((_, node) -> check(node));
    return row;
  }

  private static void check(Node node) {
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      check(triple.getSubject());
      check(triple.getObject());
    } else if (node.isLiteral()) {
      node.getLiteralLexicalForm()
          .codePoints()
          .filter(c -> !isXml(c))
          .findFirst()
          .ifPresent(c -> {
            throw new InexpressibleTermException("XML has no character U+%04X".formatted(c));
          });
    }
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (0x20 <= c && c <= 0xD7FF)
        || (0xE000 <= c && c <= 0xFFFD)
        || 0x10000 <= c;
  }
}
