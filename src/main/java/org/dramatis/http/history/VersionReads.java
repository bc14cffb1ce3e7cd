package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.GraphAnswer;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.AnswerTooLargeException;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Makes documents about versions within the limits of a query, and sends them.
 *
 * @param readers what endpoints that read have in common
 */
record VersionReads(Readers readers) {

  /** How much of a document is complete before its first byte is sent. */
  private static final int HELD_BACK = 4 * 1024 * 1024;

  static final String TIMEOUT = "timeout";

  /**
   * Something that is made within a budget.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  interface Making<T> {
    /** Makes it. */
    T within(Budget budget) throws IOException, QueryFailedException, RequestRefusedException;
  }

  /** A document that is written piece by piece. */
  @FunctionalInterface
  interface Document {
    /** Writes it. */
    void write(OutputStream out) throws IOException, QueryFailedException;
  }

  /** Does some reading when it is the client's turn. */
  <T> T read(
      HttpServletRequest request, HttpServletResponse response, Version version, Making<T> making)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    return readers.read(
        client,
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Parameters.of(request).seconds(TIMEOUT),
        request.getRequestURI(),
        version,
        (_, budget) -> making.within(budget));
  }

  /** What memory is taken from a budget, or given back to it. */
  static LongConsumer cost(Budget budget) {
    return bytes -> {
      budget.check();
      if (bytes >= 0) {
        budget.charge(bytes);
      } else {
        budget.release(-bytes);
      }
    };
  }

  /** The tag of what is determined by a version and these parts. */
  EntityTag tag(Version version, String... parts) {
    return readers.versions().tag(version).of(parts);
  }

  /**
   * Sends a document, unless the client has it.
   *
   * @param statements how many statements it has; too many are an error and are never cut
   */
  Optional<StoredAnswer> write(
      String mediaType,
      long statements,
      Version version,
      Budget budget,
      Delivery delivery,
      Document document)
      throws IOException, QueryFailedException {
    long most = most(readers.limits().rows());
    try {
      if (statements > most) {
        throw new AnswerTooLargeException(most, "statements");
      }
      Map<String, String> headers = new LinkedHashMap<>();
      if (mediaType.equals(PageHeaders.HTML)) {
        headers.putAll(PageHeaders.ALL);
      } else {
        headers.put("Content-Type", mediaType + ";charset=utf-8");
      }
      SpooledBody body =
          new SpooledBody(
              HELD_BACK, most(readers.limits().bytes()), budget, delivery.stream(headers));
      return complete(document, body)
          .map(bytes -> new StoredAnswer(version, headers, OptionalLong.of(statements), bytes));
    } catch (AnswerTooLargeException tooMuch) {
      throw new QueryFailedException(tooMuch.problem(), tooMuch);
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    }
  }

  private static Optional<byte[]> complete(Document document, SpooledBody body)
      throws IOException, QueryFailedException {
    try {
      document.write(body);
      return body.complete();
    } catch (RuntimeException | QueryFailedException failed) {
      if (body.lost().isPresent()) {
        throw new IOException("the client took no more", failed);
      }
      throw failed;
    }
  }

  /** Sends a graph, within the same limits. */
  Optional<StoredAnswer> write(
      HistoryForm.Described form, Graph graph, Version version, Budget budget, Delivery delivery)
      throws IOException, QueryFailedException {
    return new GraphAnswer(form.data(), readers.limits(), budget, delivery).write(graph, version);
  }

  private static long most(long limit) {
    return limit == 0 ? Long.MAX_VALUE : limit;
  }
}
