package org.dramatis.conformance;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/**
 * Rows of comma-separated values (RFC 4180). The format tells blank nodes from the rest and nothing
 * else, so whatever is no blank node is read as a string.
 */
final class CsvRows {

  private final String text;
  private int position;

  private CsvRows(String text) {
    this.text = text;
  }

  static Results.Rows read(String text) {
    CsvRows csv = new CsvRows(text);
    List<Var> variables = csv.record().stream().map(Var::alloc).toList();
    List<Binding> rows = new ArrayList<>();
    while (csv.position < text.length()) {
      rows.add(row(variables, csv.record()));
    }
    return new Results.Rows(variables, rows);
  }

  private static Binding row(List<Var> variables, List<String> fields) {
    if (fields.size() != variables.size()) {
      throw new IllegalArgumentException("a row of %s fields".formatted(fields.size()));
    }
    BindingBuilder row = Binding.builder();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        row.add(variables.get(i), term(fields.get(i)));
      }
    }
    return row.build();
  }

  private static Node term(String field) {
    return field.startsWith("_:")
        ? NodeFactory.createBlankNode(field.substring(2))
        : NodeFactory.createLiteralString(field);
  }

  /** The fields up to the end of the record, which is passed. */
  private List<String> record() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (position < text.length() && text.charAt(position) == ',') {
        position++;
      } else {
        passEndOfLine();
        return fields;
      }
    }
  }

  private String field() {
    if (position < text.length() && text.charAt(position) == '"') {
      return quotedField();
    }
    int start = position;
    while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private String quotedField() {
    StringBuilder field = new StringBuilder();
    position++;
    while (true) {
      int quote = text.indexOf('"', position);
      if (quote < 0) {
        throw new IllegalArgumentException("a quotation mark is missing");
      }
      field.append(text, position, quote);
      position = quote + 1;
      if (position < text.length() && text.charAt(position) == '"') {
        field.append('"');
        position++;
      } else {
        return field.toString();
      }
    }
  }

  private void passEndOfLine() {
    if (position < text.length() && text.charAt(position) == '\r') {
      position++;
    }
    if (position < text.length() && text.charAt(position) == '\n') {
      position++;
    }
  }
}
