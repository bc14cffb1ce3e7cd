package org.dramatis.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/** Compares the rows that a query has here with those that Jena's own engine finds. */
public final class SameAsJena {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Store store;

  public SameAsJena(Store store) {
    this.store = store;
  }

  /** The rows are the same, in any order. */
  public void check(String body) throws IOException, QueryFailedException {
    Query query = Sparql.parse(Graphs.query(body));

    assertThat(ours(query).stream().sorted().toList())
        .as(body)
        .isEqualTo(jenas(query).stream().sorted().toList());
  }

  /** The rows are the same and come in the same order. */
  void checkInOrder(String body) throws IOException, QueryFailedException {
    Query query = Sparql.parse(Graphs.query(body));

    assertThat(ours(query)).as(body).isEqualTo(jenas(query));
  }

  public List<String> ours(Query query) throws IOException, QueryFailedException {
    return new QueryRunner(store, LIMIT)
        .run(query, (_, answer) -> lines(((Answer.Rows) answer).rows()));
  }

  private List<String> jenas(Query query) {
    try (Snapshot snapshot = store.open();
        QueryExec execution = QueryExec.dataset(snapshot.dataset()).query(query).build()) {
      return lines(execution.select());
    }
  }

  private static List<String> lines(RowSet rows) {
    List<String> lines = new ArrayList<>();
    List<Var> variables = rows.getResultVars();
    while (rows.hasNext()) {
      Binding row = rows.next();
      lines.add(
          variables.stream()
              .map(variable -> variable + "=" + row.get(variable))
              .collect(Collectors.joining(" ")));
    }
    return lines;
  }
}
