package org.dramatis.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.dramatis.model.Sha256;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;

/**
 * A whole answer, to be recognized and compared. {@code docs/citation.md} defines its digest, which
 * is recorded with every citation and so never changes.
 *
 * @param heading what kind of answer it is, and its variables
 * @param ordered whether its rows have an order
 * @param lines its rows
 * @param hash what it is recognized by
 */
public record Result(String heading, boolean ordered, List<Line> lines, Sha256 hash) {

  /** What a line takes in memory beside its text: once as it is, once labelled, once in bytes. */
  private static final int BYTES_A_LINE = 200;

  private static final int BYTES_A_CHARACTER = 5;

  /** Copies the list. */
  public Result {
    lines = List.copyOf(lines);
  }

  /** How many rows or statements it has; a truth value is one. */
  public long rows() {
    return lines.size();
  }

  /**
   * Reads an answer to its end.
   *
   * @param ordered whether the query orders its rows
   */
  public static Result of(Answer answer, boolean ordered, Budget budget) {
    return switch (answer) {
      case Answer.Rows rows -> of(rows, ordered, budget);
      case Answer.Truth(boolean value) ->
          finish("truth", false, List.of(new Line(List.of(value + ""), List.of())), budget);
      case Answer.Statements statements -> of(statements, budget);
    };
  }

  private static Result of(Answer.Rows rows, boolean ordered, Budget budget) {
    List<Var> variables = rows.rows().getResultVars();
    StringBuilder heading = new StringBuilder(ordered ? "ordered rows" : "rows");
    variables.forEach(variable -> heading.append("\t?").append(variable.getVarName()));
    List<Line> lines = new ArrayList<>();
    while (rows.rows().hasNext()) {
      Binding row = rows.rows().next();
      Line.Writer line = new Line.Writer();
      for (int i = 0; i < variables.size(); i++) {
        if (i > 0) {
          line.tab();
        }
        Node term = row.get(variables.get(i));
        if (term != null) {
          line.term(term);
        }
      }
      add(line.line(), lines, budget);
    }
    return finish(heading.toString(), ordered, lines, budget);
  }

  private static Result of(Answer.Statements statements, Budget budget) {
    List<Line> lines = new ArrayList<>();
    ExtendedIterator<Triple> triples = statements.graph().find();
    try {
      while (triples.hasNext()) {
        Triple triple = triples.next();
        Line.Writer line = new Line.Writer();
        line.term(triple.getSubject()).tab().term(triple.getPredicate()).tab();
        add(line.term(triple.getObject()).line(), lines, budget);
      }
    } finally {
      triples.close();
    }
    return finish("graph", false, lines, budget);
  }

  private static void add(Line line, List<Line> lines, Budget budget) {
    budget.step();
    budget.charge(BYTES_A_LINE + (long) BYTES_A_CHARACTER * line.length());
    lines.add(line);
  }

  private static Result finish(String heading, boolean ordered, List<Line> lines, Budget budget) {
    Map<Node, String> labels = Labels.of(lines, ordered, budget);
    List<String> texts = new ArrayList<>(lines.size());
    lines.forEach(line -> texts.add(line.with(blank -> labels.getOrDefault(blank, ""))));
    return new Result(heading, ordered, lines, Labels.digest(heading + "\n", texts, !ordered));
  }
}
