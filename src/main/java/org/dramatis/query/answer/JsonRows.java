package org.dramatis.query.answer;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * SPARQL 1.2 Query Results JSON without a space that is not needed. Jena's own writer indents,
 * which makes an answer half as long again and takes most of the time of a small one.
 */
final class JsonRows {

  private static final String[] ESCAPES = escapes();

  private final Writer out;
  private final Map<Node, String> labels = new HashMap<>();

  private JsonRows(Writer out) {
    this.out = out;
  }

  /** Writes rows; a cut is told in the head, before the rows. */
  static void write(Answer.Rows rows, Writer out) throws IOException {
    new JsonRows(out).rows(rows);
  }

  static void write(boolean truth, Writer out) throws IOException {
    out.write("{\"head\":{},\"boolean\":" + truth + "}\n");
  }

  private void rows(Answer.Rows rows) throws IOException {
    List<Var> variables = rows.rows().getResultVars();
    out.write("{\"head\":{\"vars\":[");
    out.write(
        variables.stream()
            .map(variable -> '"' + variable.getVarName() + '"')
            .collect(Collectors.joining(",")));
    out.write(']');
    OptionalLong cut = rows.cutAt();
    if (cut.isPresent()) {
      out.write(",\"truncated\":{\"rows\":" + cut.getAsLong() + "}");
    }
    out.write("},\"results\":{\"bindings\":[");
    Iterator<Binding> bindings = rows.rows();
    String before = "";
    while (bindings.hasNext()) {
      out.write(before);
      before = ",\n";
      row(variables, bindings.next());
    }
    out.write("]}}\n");
  }

  private void row(List<Var> variables, Binding row) throws IOException {
    out.write('{');
    boolean first = true;
    for (Var variable : variables) {
      Node node = row.get(variable);
      if (node != null) {
        if (!first) {
          out.write(',');
        }
        first = false;
        out.write('"');
        out.write(variable.getVarName());
        out.write("\":");
        term(node);
      }
    }
    out.write('}');
  }

  private void term(Node node) throws IOException {
    if (node.isTripleTerm()) {
      triple(node.getTriple());
    } else if (node.isURI()) {
      out.write("{\"type\":\"uri\",\"value\":");
      string(node.getURI());
      out.write('}');
    } else if (node.isLiteral()) {
      literal(node);
    } else {
      out.write("{\"type\":\"bnode\",\"value\":\"");
      out.write(labels.computeIfAbsent(node, _ -> "b" + labels.size()));
      out.write("\"}");
    }
  }

  private void triple(Triple triple) throws IOException {
    out.write("{\"type\":\"triple\",\"value\":{\"subject\":");
    term(triple.getSubject());
    out.write(",\"predicate\":");
    term(triple.getPredicate());
    out.write(",\"object\":");
    term(triple.getObject());
    out.write("}}");
  }

  private void literal(Node literal) throws IOException {
    out.write("{\"type\":\"literal\",\"value\":");
    string(literal.getLiteralLexicalForm());
    String language = literal.getLiteralLanguage();
    if (language != null && !language.isEmpty()) {
      out.write(",\"xml:lang\":");
      string(language);
      TextDirection direction = literal.getLiteralBaseDirection();
      if (direction != null) {
        out.write(",\"its:dir\":\"" + direction.direction() + '"');
      }
    } else if (!Util.isSimpleString(literal)) {
      out.write(",\"datatype\":");
      string(literal.getLiteralDatatypeURI());
    }
    out.write('}');
  }

  /** Copies what needs no escape in runs. */
  private void string(String text) throws IOException {
    out.write('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escape = c < ESCAPES.length ? ESCAPES[c] : lone(text, i) ? unicode(c) : "";
      if (!escape.isEmpty()) {
        out.write(text, copied, i - copied);
        out.write(escape);
        copied = i + 1;
      }
    }
    out.write(text, copied, text.length() - copied);
    out.write('"');
  }

  /** Half a surrogate pair cannot be written in UTF-8, but JSON has a way to say it. */
  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static String[] escapes() {
    String[] escapes = new String['\\' + 1];
    for (char c = 0; c < escapes.length; c++) {
      escapes[c] = c < ' ' ? unicode(c) : "";
    }
    escapes['"'] = "\\\"";
    escapes['\\'] = "\\\\";
    escapes['\n'] = "\\n";
    escapes['\r'] = "\\r";
    escapes['\t'] = "\\t";
    return escapes;
  }

  private static String unicode(char c) {
    return "\\u%04x".formatted((int) c);
  }
}
