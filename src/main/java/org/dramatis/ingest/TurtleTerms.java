package org.dramatis.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Writes single terms in Turtle, always in the same way, and remembers which prefixes it used. */
final class TurtleTerms {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
  private static final Pattern DECIMAL =
      Pattern.compile("(0|-?[1-9][0-9]*)\\.(0|[0-9]*[1-9])|-0\\.[0-9]*[1-9]");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");

  private final SortedMap<String, String> declared;
  private final SortedMap<String, String> used = new TreeMap<>();

  TurtleTerms(Map<String, String> prefixes) {
    this.declared = new TreeMap<>(prefixes);
  }

  /** The prefixes of the terms written so far, sorted. */
  SortedMap<String, String> used() {
    return used;
  }

  /** An IRI, a literal or a triple term of such. */
  String write(Node node) {
    if (node.isURI()) {
      return iri(node.getURI());
    }
    if (node.isLiteral()) {
      return literal(node);
    }
    Triple triple = node.getTriple();
    Node object = triple.getObject();
    // Jena 5.6 does not know true and false there, though the grammar allows them.
    String value = isBoolean(object) ? full(object) : write(object);
    return "<<( %s %s %s )>>"
        .formatted(write(triple.getSubject()), predicate(triple.getPredicate()), value);
  }

  String predicate(Node node) {
    return node.equals(RDF.Nodes.type) ? "a" : write(node);
  }

  /** With the longest namespace that leaves a legal local name, or in full. */
  private String iri(String iri) {
    String best = "";
    int longest = -1;
    for (Map.Entry<String, String> prefix : declared.entrySet()) {
      String namespace = prefix.getValue();
      if (namespace.length() > longest
          && iri.startsWith(namespace)
          && LocalName.escape(iri.substring(namespace.length())).isPresent()) {
        best = prefix.getKey();
        longest = namespace.length();
      }
    }
    Optional<String> local =
        longest < 0 ? Optional.empty() : LocalName.escape(iri.substring(longest));
    if (local.isEmpty()) {
      return "<" + escapeIri(iri) + ">";
    }
    used.put(best, iri.substring(0, longest));
    return best + ":" + local.get();
  }

  private static String escapeIri(String iri) {
    StringBuilder text = new StringBuilder(iri.length());
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) {
        text.append("\\u%04X".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private String literal(Node node) {
    String lexical = node.getLiteralLexicalForm();
    String language = node.getLiteralLanguage();
    if (!language.isEmpty()) {
      TextDirection direction = node.getLiteralBaseDirection();
      return quote(lexical) + "@" + language + (direction == null ? "" : "--" + direction);
    }
    String datatype = node.getLiteralDatatypeURI();
    if (datatype.equals(XSDDatatype.XSDstring.getURI())) {
      return quote(lexical);
    }
    return isShort(lexical, datatype) ? lexical : full(node);
  }

  private String full(Node literal) {
    return quote(literal.getLiteralLexicalForm()) + "^^" + iri(literal.getLiteralDatatypeURI());
  }

  private static boolean isBoolean(Node node) {
    return node.isLiteral() && node.getLiteralDatatypeURI().equals(XSDDatatype.XSDboolean.getURI());
  }

  private static boolean isShort(String lexical, String datatype) {
    return (datatype.equals(XSDDatatype.XSDinteger.getURI()) && matches(INTEGER, lexical))
        || (datatype.equals(XSDDatatype.XSDdecimal.getURI()) && matches(DECIMAL, lexical))
        || (datatype.equals(XSDDatatype.XSDboolean.getURI()) && matches(BOOLEAN, lexical));
  }

  private static boolean matches(Pattern pattern, String lexical) {
    return pattern.matcher(lexical).matches();
  }

  /** On one line, or between triple quotes when the text has lines of its own. */
  private static String quote(String lexical) {
    boolean lines = lexical.indexOf('\n') >= 0;
    StringBuilder text = new StringBuilder(lexical.length() + 8);
    text.append(lines ? "\"\"\"" : "\"");
    for (int i = 0; i < lexical.length(); i++) {
      char c = lexical.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append('\n');
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> text.append(isControl(c) ? "\\u%04X".formatted((int) c) : c);
      }
    }
    return text.append(lines ? "\"\"\"" : "\"").toString();
  }

  /** Also what an editor would not show, or would take for the end of a line. */
  private static boolean isControl(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
  }
}
