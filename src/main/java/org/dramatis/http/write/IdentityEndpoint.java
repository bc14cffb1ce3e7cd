package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Conditions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.link.Identities;
import org.dramatis.link.IdentityChange;
import org.dramatis.link.ImpossibleException;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Draft;

/** Merges, renames and retires identifiers: POST of a form. A request is one change. */
public final class IdentityEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public static final String PATH = "/identity";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MERGE = "merge";
  private static final String RENAME = "rename";
  private static final String RETIRE = "retire";

  /** The parameters that are read. */
  public static final Set<String> PARAMETERS =
      Set.of(MERGE, RENAME, RETIRE, "into", "to", "reason", "timeout");

  private final transient Writers writers;
  private final transient InstantSource clock = InstantSource.system();

  public IdentityEndpoint(Writers writers) {
    super("POST");
    this.writers = writers;
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(FORM);
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Token token = writers.require(Scope.WRITE, request, response);
    try (HeldBytes.Share share = writers.bodies().open()) {
      Body body = Body.read(request, writers.limits().upload(), share);
      if (!body.mediaType().equals(FORM)) {
        throw new RequestRefusedException(
            HttpProblem.unsupportedType(
                "'%s' is not read here; send %s".formatted(body.mediaType(), FORM)));
      }
      Parameters parameters = Parameters.of(request, body.text());
      warn(parameters, request, response);
      IdentityChange change = change(parameters);
      String why = Identities.reason(parameters.one("reason"));
      Conditions conditions = Conditions.of(request, response, writers.versions());
      Writer writer = Writers.recorder(token, request, body.bytes());
      Ingest.Result result =
          writers.change(
              token,
              Lifecycle.of(getServletContext()).running(),
              Exchange.of(request),
              parameters.seconds("timeout"),
              change.story(),
              budget -> carryOut(change, why, writer, conditions, budget));
      writers.answer(result, request, response);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private static IdentityChange change(Parameters parameters) throws RequestRefusedException {
    List<String> asked = List.of(MERGE, RENAME, RETIRE).stream().filter(parameters::has).toList();
    if (asked.size() != 1) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("send one of merge (with into), rename (with to) and retire"));
    }
    try {
      Node gone = IdentityChange.entity(parameters.required(asked.getFirst()));
      return switch (asked.getFirst()) {
        case MERGE ->
            new IdentityChange.Merge(gone, IdentityChange.entity(parameters.required("into")));
        case RENAME ->
            new IdentityChange.Rename(gone, IdentityChange.entity(parameters.required("to")));
        default -> new IdentityChange.Retire(gone);
      };
    } catch (ImpossibleException none) {
      throw new RequestRefusedException(HttpProblem.badRequest(none.reason()));
    }
  }

  private Ingest.Result carryOut(
      IdentityChange change, String why, Writer writer, Conditions conditions, Budget budget)
      throws IOException, RequestRefusedException {
    return writers
        .ingest()
        .<RequestRefusedException>change(
            writer,
            change.story() + ": " + why,
            PATH,
            List.of(),
            new BudgetAllowance(budget),
            draft -> {
              conditions.check(draft.version(), true);
              apply(change, draft, writer, why);
            });
  }

  private void apply(IdentityChange change, Draft draft, Writer writer, String why)
      throws RequestRefusedException {
    try {
      Identities.apply(change, draft, clock.instant(), writer.name(), why);
    } catch (ImpossibleException impossible) {
      throw new RequestRefusedException(
          HttpProblem.of(ProblemType.NOT_POSSIBLE, impossible.reason()), impossible);
    }
  }
}
