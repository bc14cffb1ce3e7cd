package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import org.apache.jena.update.UpdateRequest;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Conditions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.upload.UpdateText;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.query.UpdateRunner;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.UpdateOperations;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Draft;

/**
 * SPARQL updates by the SPARQL protocol: POST of a form, POST of the update itself. A request is
 * one change, whatever number of operations it has.
 */
public final class UpdateEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public static final String PATH = "/update";

  private static final Set<String> PARAMETERS =
      Set.of("update", "query", "using-graph-uri", "using-named-graph-uri", "timeout");

  private final transient Writers writers;

  public UpdateEndpoint(Writers writers) {
    super("POST");
    this.writers = writers;
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Token token = writers.require(Scope.WRITE, request, response);
    try (HeldBytes.Share share = writers.bodies().open()) {
      UpdateText asked = UpdateText.read(request, writers.limits().upload(), share);
      warn(asked.parameters(), request, response);
      Exchange exchange = Exchange.of(request);
      exchange.query(asked.text());
      Conditions conditions = Conditions.of(request, response, writers.versions());
      Writer writer = Writers.writer(token, request, asked.content());
      Ingest.Result result =
          writers.change(
              token,
              Lifecycle.of(getServletContext()).running(),
              exchange,
              asked.parameters().seconds("timeout"),
              asked.text(),
              budget -> change(asked, conditions, writer, budget));
      writers.answer(result, request, response);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private Ingest.Result change(
      UpdateText asked, Conditions conditions, Writer writer, Budget budget)
      throws IOException, QueryFailedException, RequestRefusedException {
    UpdateRequest update = parse(asked, budget);
    UpdateRequest adapted =
        switch (writers.versions().history().store().defaultGraph()) {
          case UNION -> UpdateOperations.onUnion(update);
          case SEPARATE -> update;
        };
    return writers
        .ingest()
        .<RequestRefusedException>change(
            writer,
            "Update: " + UpdateOperations.summary(update),
            PATH,
            List.of(),
            new BudgetAllowance(budget),
            draft -> {
              conditions.check(draft.version(), true);
              run(adapted, draft, budget);
            });
  }

  private static void run(UpdateRequest update, Draft draft, Budget budget)
      throws IOException, RequestRefusedException {
    try {
      UpdateRunner.run(update, draft, budget);
    } catch (QueryFailedException failed) {
      throw new RequestRefusedException(HttpProblem.of(failed.problem()), failed);
    }
  }

  private static UpdateRequest parse(UpdateText asked, Budget budget)
      throws QueryFailedException, RequestRefusedException {
    UpdateRequest update = Sparql.parseUpdate(asked.text(), budget);
    UpdateOperations.choose(update, asked.defaultGraphs(), asked.namedGraphs());
    return update;
  }
}
