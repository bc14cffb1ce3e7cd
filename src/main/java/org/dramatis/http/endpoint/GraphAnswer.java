package org.dramatis.http.endpoint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.answer.BoundedAnswer;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.AnswerTooLargeException;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;

/**
 * A graph of the store on its way to a client, within the same limits as the answer to a query.
 *
 * @param form how it is written
 * @param limits how many statements and bytes are sent
 * @param budget what it may use
 * @param delivery where it goes
 */
public record GraphAnswer(
    AnswerForm.Data form, Settings.Limits limits, Budget budget, Delivery delivery) {

  /** Graphs up to this size are complete before their first byte is sent. */
  private static final int HELD_BACK = 4 * 1024 * 1024;

  /**
   * The graph as it is sent, or nothing if it was too large to be held back and has been sent. Of
   * which version it is has been told before.
   */
  public Optional<StoredAnswer> write(Graph graph, Version version)
      throws IOException, QueryFailedException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", form.contentType());
    try {
      BoundedAnswer bounded =
          BoundedAnswer.of(
              new Answer.Statements(new BoundedGraph(graph, budget)),
              most(limits.rows()),
              OptionalLong.empty(),
              budget);
      SpooledBody body =
          new SpooledBody(HELD_BACK, most(limits.bytes()), budget, delivery.stream(headers));
      Optional<byte[]> held = write(bounded.answer(), body);
      OptionalLong rows = bounded.rows();
      rows.ifPresent(count -> headers.put("Dramatis-Rows", Long.toString(count)));
      return held.map(bytes -> new StoredAnswer(version, headers, rows, bytes));
    } catch (AnswerTooLargeException tooMuch) {
      throw new QueryFailedException(tooMuch.problem(), tooMuch);
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    }
  }

  private Optional<byte[]> write(Answer answer, SpooledBody body)
      throws IOException, QueryFailedException {
    try {
      AnswerWriter.write(answer, form.format(), form.version(), body);
      return body.complete();
    } catch (RuntimeException | QueryFailedException failed) {
      if (body.lost().isPresent()) {
        throw new IOException("the client took no more", failed);
      }
      throw failed;
    }
  }

  private static long most(long limit) {
    return limit == 0 ? Long.MAX_VALUE : limit;
  }
}
