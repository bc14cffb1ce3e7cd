package org.dramatis.query;

import org.apache.jena.graph.Graph;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.RowSet;

/** What a query answers. */
public sealed interface Answer {

  /** Which kind of format can hold this answer. */
  default AnswerFormat.Kind kind() {
    return switch (this) {
      case Rows _, Truth _ -> AnswerFormat.Kind.ROWS;
      case Statements _ -> AnswerFormat.Kind.GRAPH;
    };
  }

  /**
   * The solutions of a SELECT. They are computed while they are read, so reading may throw; they
   * are valid only inside {@link QueryRunner#run}.
   */
  record Rows(RowSet rows, PrefixMapping prefixes) implements Answer {}

  /** The truth value of an ASK. */
  record Truth(boolean value) implements Answer {}

  /** The graph of a CONSTRUCT or DESCRIBE, as it is in the store: RDF 1.2. */
  record Statements(Graph graph) implements Answer {}
}
