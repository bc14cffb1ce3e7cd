package org.dramatis.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * A row of an answer as one line, with the terms in N-Triples and tabs between them; what is not
 * bound is empty. It is fixed but for the labels of its blank nodes.
 *
 * @param texts what stands before, between and behind the blank nodes, so that there is one more
 * @param blanks the blank nodes, in their order, each as often as it occurs
 */
record Line(List<String> texts, List<Node> blanks) {

  private static final int LAST_CONTROL = 0x1F;
  private static final int DELETE = 0x7F;

  /** The line with labels for its blank nodes. */
  String with(Function<Node, String> label) {
    if (blanks.isEmpty()) {
      return texts.getFirst();
    }
    StringBuilder line = new StringBuilder(texts.getFirst());
    for (int i = 0; i < blanks.size(); i++) {
      line.append("_:").append(label.apply(blanks.get(i))).append(texts.get(i + 1));
    }
    return line.toString();
  }

  /** Its length, about. */
  int length() {
    return texts.stream().mapToInt(String::length).sum();
  }

  /** Writes one term behind the other. */
  static final class Writer {

    private final List<String> texts = new ArrayList<>();
    private final List<Node> blanks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** Ends a column. */
    Writer tab() {
      text.append('\t');
      return this;
    }

    /** Writes a term. */
    Writer term(Node node) {
      if (node.isBlank()) {
        texts.add(text.toString());
        text.setLength(0);
        blanks.add(node);
      } else if (node.isURI()) {
        iri(node.getURI());
      } else if (node.isTripleTerm()) {
        Triple triple = node.getTriple();
        text.append("<<( ");
        term(triple.getSubject());
        text.append(' ');
        term(triple.getPredicate());
        text.append(' ');
        term(triple.getObject());
        text.append(" )>>");
      } else {
        literal(node);
      }
      return this;
    }

    /** What was written. */
    Line line() {
      texts.add(text.toString());
      return new Line(List.copyOf(texts), Collections.unmodifiableList(blanks));
    }

    private void iri(String iri) {
      text.append('<').append(iri).append('>');
    }

    private void literal(Node node) {
      text.append('"');
      node.getLiteralLexicalForm().codePoints().forEach(this::character);
      text.append('"');
      String language = node.getLiteralLanguage();
      if (!language.isEmpty()) {
        // Languages are compared without regard to case.
        text.append('@').append(language.toLowerCase(Locale.ROOT));
        if (node.getLiteralBaseDirection() != null) {
          text.append("--").append(node.getLiteralBaseDirection());
        }
      } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())
          && !node.getLiteralDatatypeURI().equals(RDF.langString.getURI())) {
        text.append("^^");
        iri(node.getLiteralDatatypeURI());
      }
    }

    private void character(int c) {
      switch (c) {
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> {
          if (c <= LAST_CONTROL || c == DELETE) {
            text.append("\\u%04X".formatted(c));
          } else {
            text.appendCodePoint(c);
          }
        }
      }
    }
  }
}
