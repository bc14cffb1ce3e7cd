package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Conditions;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.http.upload.Documents;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.WholeDataset;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Takes all graphs at once from holders of tokens, as one version: to be added, or to be all that
 * there is.
 *
 * @param writers what all do who write
 */
public record DumpWrites(Writers writers) {

  private static final String TIMEOUT = "timeout";
  private static final String PATH = "/dump";

  /** All that can be said beside the data. */
  public static final Set<String> PARAMETERS = Set.of(TIMEOUT);

  /** Takes what was sent, whole or not at all. */
  public void take(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Token token = writers.require(Scope.WRITE, request, response);
    try (HeldBytes.Share share = writers.bodies().open()) {
      Body body = Body.read(request, writers.limits().upload(), share);
      take(token, body, request, response);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void take(
      Token token, Body body, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    List<Document> documents = Documents.of(body, PATH, Namespaces.BASE);
    boolean replaces = request.getMethod().equals("PUT");
    String message = "Dump: " + request.getMethod();
    Conditions conditions = Conditions.of(request, response, writers.versions());
    Writer writer = Writers.writer(token, request, body.bytes());
    Ingest.Result result =
        writers.change(
            token,
            Lifecycle.of(request.getServletContext()).running(),
            Exchange.of(request),
            Parameters.of(request).seconds(TIMEOUT),
            message,
            budget -> {
              WholeDataset sent = read(message, documents, budget);
              return writers
                  .ingest()
                  .change(
                      writer,
                      message,
                      PATH,
                      documents,
                      new BudgetAllowance(budget),
                      draft -> {
                        conditions.check(draft.version(), true);
                        if (replaces) {
                          sent.replace(draft, budget::check);
                        } else {
                          sent.merge(draft);
                        }
                      });
            });
    writers.answer(result, request, response);
  }

  private static WholeDataset read(String message, List<Document> documents, Budget budget)
      throws RequestRefusedException {
    return switch (WholeDataset.read(message, PATH, documents, new BudgetAllowance(budget))) {
      case Outcome.Ok<WholeDataset>(WholeDataset dataset) -> dataset;
      case Outcome.Refused<WholeDataset>(List<Problem> problems) ->
          throw new RequestRefusedException(Refusal.of(problems));
    };
  }
}
