package org.dramatis.query.answer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * SPARQL 1.1 Query Results CSV and TSV. Jena's own CSV prints {@code ?} for a triple term and
 * leaves out the {@code _:} of blank nodes.
 */
final class SeparatedValues {

  /** The header that Jena's readers expect over a truth value, which the standard leaves open. */
  private static final String TRUTH = "_askResult";

  private SeparatedValues() {}

  static void csv(RowSet rows, Writer out) throws IOException {
    TermText text = new TermText();
    write(rows, out, ",", "\r\n", Var::getVarName, node -> quoted(text.bare(node)));
  }

  static void tsv(RowSet rows, Writer out) throws IOException {
    TermText text = new TermText();
    write(rows, out, "\t", "\n", variable -> "?" + variable.getVarName(), text::inTurtle);
  }

  static void csv(boolean truth, Writer out) throws IOException {
    out.write(TRUTH + "\r\n" + truth + "\r\n");
  }

  static void tsv(boolean truth, Writer out) throws IOException {
    out.write("?" + TRUTH + "\n" + truth + "\n");
  }

  private static void write(
      RowSet rows,
      Writer out,
      String separator,
      String endOfLine,
      Function<Var, String> header,
      Function<Node, String> value)
      throws IOException {
    List<Var> variables = rows.getResultVars();
    out.write(variables.stream().map(header).collect(Collectors.joining(separator)));
    out.write(endOfLine);
    while (rows.hasNext()) {
      Binding row = rows.next();
      String before = "";
      for (Var variable : variables) {
        out.write(before);
        before = separator;
        Node node = row.get(variable);
        if (node != null) {
          out.write(value.apply(node));
        }
      }
      out.write(endOfLine);
    }
  }

  /** RFC 4180; the empty string is quoted so that it differs from an unbound variable. */
  private static String quoted(String value) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
