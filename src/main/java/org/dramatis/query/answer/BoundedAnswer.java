package org.dramatis.query.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.CountedRows;
import org.dramatis.query.problem.AnswerTooLargeException;

/**
 * An answer with no more rows than it may have. A row of a graph is a statement.
 *
 * @param answer the answer to be written
 * @param count how many rows were written, once the answer was written
 */
public record BoundedAnswer(Answer answer, LongSupplier count) {

  /** What a row takes in memory, about; a cut answer is held until it is known to be cut. */
  private static final long BYTES_A_ROW = 200;

  /**
   * Bounds an answer.
   *
   * @param most more rows than these are a failure
   * @param wanted more rows than these are left out, and that is told
   */
  public static BoundedAnswer of(Answer answer, long most, OptionalLong wanted, Budget budget) {
    boolean cuts = wanted.isPresent() && wanted.getAsLong() <= most;
    return switch (answer) {
      case Answer.Truth truth -> new BoundedAnswer(truth, () -> 1);
      case Answer.Rows rows when cuts -> cut(rows, wanted.getAsLong(), budget);
      case Answer.Rows rows -> {
        CountedRows counted = new CountedRows(rows.rows(), most);
        yield new BoundedAnswer(new Answer.Rows(counted, rows.prefixes()), counted::count);
      }
      case Answer.Statements(Graph graph, _) when cuts -> cut(graph, wanted.getAsLong());
      case Answer.Statements(Graph graph, _) -> {
        if (graph.size() > most) {
          throw new AnswerTooLargeException(most, "statements");
        }
        yield new BoundedAnswer(answer, graph::size);
      }
    };
  }

  /** How many rows or statements were written; a truth value has none. */
  public OptionalLong rows() {
    return answer instanceof Answer.Truth
        ? OptionalLong.empty()
        : OptionalLong.of(count.getAsLong());
  }

  private static BoundedAnswer cut(Answer.Rows answer, long wanted, Budget budget) {
    RowSet rows = answer.rows();
    List<Binding> kept = new ArrayList<>();
    while (kept.size() < wanted && rows.hasNext()) {
      budget.charge(BYTES_A_ROW);
      kept.add(rows.next());
    }
    OptionalLong cutAt = rows.hasNext() ? OptionalLong.of(wanted) : OptionalLong.empty();
    RowSet held = RowSetStream.create(rows.getResultVars(), kept.iterator());
    return new BoundedAnswer(new Answer.Rows(held, answer.prefixes(), cutAt), kept::size);
  }

  private static BoundedAnswer cut(Graph graph, long wanted) {
    if (graph.size() <= wanted) {
      return new BoundedAnswer(new Answer.Statements(graph), graph::size);
    }
    Graph kept = BoundedGraph.emptyLike(graph);
    kept.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
    ExtendedIterator<Triple> triples = graph.find();
    for (long i = 0; i < wanted; i++) {
      kept.add(triples.next());
    }
    triples.close();
    return new BoundedAnswer(new Answer.Statements(kept, OptionalLong.of(wanted)), () -> wanted);
  }
}
