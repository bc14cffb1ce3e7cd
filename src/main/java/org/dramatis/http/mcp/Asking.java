package org.dramatis.http.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.query.Query;
import org.dramatis.http.description.Description;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.query.OwnDescription;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.BoundedAnswer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.AnswerTooLargeException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.QueryWarnings;
import org.dramatis.query.warning.Warning;
import org.dramatis.store.Snapshot;

/**
 * Asks queries for models: as everywhere, but with fewer rows.
 *
 * @param readers where versions are read
 * @param runner what runs queries
 * @param description what the service tells of itself
 */
record Asking(Readers readers, QueryRunner runner, Description description) {

  static final int USUAL_ROWS = 50;
  static final int MOST_ROWS = 1000;

  /** What is asked of a version. */
  @FunctionalInterface
  interface Source {
    /** The text of the query; warnings of how it came about are added. */
    String text(Snapshot snapshot, List<Warning> warnings) throws IOException, QueryFailedException;
  }

  String answer(Call call, Version version, int rows, String shown, Source source)
      throws IOException, QueryFailedException, RequestRefusedException {
    call.exchange().query(shown);
    return call.read(
        readers,
        version,
        shown,
        (snapshot, budget) -> {
          List<Warning> warnings = new ArrayList<>();
          Query query = Sparql.parse(source.text(snapshot, warnings), runner.endpoints(), budget);
          Snapshot asked =
              OwnDescription.isAskedBy(query)
                  ? description.over(snapshot, budget::check, Description.root(call.request()))
                  : snapshot;
          warnings.addAll(QueryWarnings.of(query, asked.dataset()));
          return answer(query, asked, budget, rows, warnings);
        });
  }

  private String answer(
      Query query, Snapshot snapshot, Budget budget, int rows, List<Warning> warnings)
      throws IOException, QueryFailedException {
    try {
      return runner.run(
          query,
          snapshot,
          budget,
          (version, answer) ->
              ShortAnswer.json(
                  version,
                  BoundedAnswer.of(answer, most(), OptionalLong.of(rows), budget).answer(),
                  warnings));
    } catch (AnswerTooLargeException tooMuch) {
      throw new QueryFailedException(tooMuch.problem(), tooMuch);
    }
  }

  private long most() {
    return readers.limits().rows() == 0 ? Long.MAX_VALUE : readers.limits().rows();
  }
}
