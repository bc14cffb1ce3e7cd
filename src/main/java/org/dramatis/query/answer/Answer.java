package org.dramatis.query.answer;

import java.util.OptionalLong;
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

  /** How many rows or statements were kept, as the client asked, where there are more. */
  OptionalLong cutAt();

  /**
   * The solutions of a SELECT. They are computed while they are read, so reading may throw; they
   * are valid only inside {@code QueryRunner.run}.
   */
  record Rows(RowSet rows, PrefixMapping prefixes, OptionalLong cutAt) implements Answer {

    /** All the rows that there are. */
    public Rows(RowSet rows, PrefixMapping prefixes) {
      this(rows, prefixes, OptionalLong.empty());
    }
  }

  /** The truth value of an ASK. */
  record Truth(boolean value) implements Answer {
    @Override
    public OptionalLong cutAt() {
      return OptionalLong.empty();
    }
  }

  /** The graph of a CONSTRUCT or DESCRIBE, as it is in the store: RDF 1.2. */
  record Statements(Graph graph, OptionalLong cutAt) implements Answer {

    /** All the statements that there are. */
    public Statements(Graph graph) {
      this(graph, OptionalLong.empty());
    }
  }
}
