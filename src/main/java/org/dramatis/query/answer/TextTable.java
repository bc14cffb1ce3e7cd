package org.dramatis.query.answer;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.model.Terms;
import org.dramatis.query.problem.Visible;
import org.jspecify.annotations.Nullable;

/** Rows as an aligned table for a terminal, with the usual prefixes. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  static void write(RowSet rows, Writer out) throws IOException {
    List<Var> variables = rows.getResultVars();
    List<List<String>> lines = new ArrayList<>();
    lines.add(variables.stream().map(Var::getVarName).toList());
    while (rows.hasNext()) {
      Binding row = rows.next();
      lines.add(variables.stream().map(row::get).map(TextTable::cell).toList());
    }
    int[] widths = widths(lines, variables.size());
    writeLine(lines.getFirst(), widths, out);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    writeLine(rule, widths, out);
    for (List<String> line : lines.subList(1, lines.size())) {
      writeLine(line, widths, out);
    }
    int count = lines.size() - 1;
    out.write(count == 1 ? "(1 row)\n" : "(" + count + " rows)\n");
  }

  private static String cell(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    return Visible.of(node.isLiteral() ? node.getLiteralLexicalForm() : Terms.show(node));
  }

  private static int[] widths(List<List<String>> lines, int columns) {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(line.get(i)));
      }
    }
    return widths;
  }

  private static void writeLine(List<String> cells, int[] widths, Writer out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : GAP).append(cells.get(i));
      line.append(" ".repeat(widths[i] - DisplayWidth.of(cells.get(i))));
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }
}
