package org.dramatis.query.answer;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.riot.out.NodeFormatterTTL;

/** Terms as text, with short labels for blank nodes that are the same throughout one answer. */
final class TermText {

  private final Map<Node, String> labels = new HashMap<>();
  private final NodeFormatter lines =
      new NodeFormatterNT() {
        @Override
        public void formatBNode(AWriter out, Node node) {
          out.print(label(node));
        }
      };
  private final NodeFormatter turtle =
      new NodeFormatterTTL(null, null) {
        @Override
        public void formatBNode(AWriter out, Node node) {
          out.print(label(node));
        }
      };

  /** As in N-Triples. */
  String inLines(Node node) {
    return format(lines, node);
  }

  /** As in Turtle without prefixes: numbers and truth values are bare. */
  String inTurtle(Node node) {
    return format(turtle, node);
  }

  /** The bare text: an IRI without brackets, a literal's lexical form. */
  String bare(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : inLines(node);
  }

  private String label(Node blank) {
    return labels.computeIfAbsent(blank, _ -> "_:b" + labels.size());
  }

  private static String format(NodeFormatter formatter, Node node) {
    StringWriterI out = new StringWriterI();
    formatter.format(out, node);
    return out.toString();
  }
}
