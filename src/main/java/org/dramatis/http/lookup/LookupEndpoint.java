package org.dramatis.http.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.LookupPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Finds entities by what other catalogues call them: one at {@code /lookup?imdb=tt4614584}, many by
 * POST.
 */
public final class LookupEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/lookup";

  /** So many identifiers are looked up at once. */
  public static final int MOST = LookupRequest.MOST;

  private static final String JSON = "application/json";

  private final transient Lookups lookups;

  /** Answers from what these readers read. */
  public LookupEndpoint(Readers readers) {
    super("GET", "HEAD", "POST");
    this.lookups = new Lookups(readers);
  }

  /** Nothing is written here, whatever the method. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(JSON);
  }

  /** Each may be the key of a scheme; one that is not is refused, and not warned of. */
  @Override
  protected Set<String> parameters(String method, Parameters given) {
    return method.equals("POST")
        ? Set.of(Versions.PARAMETER, "format", "timeout")
        : given.values().keySet();
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    AskedVersion version = lookups.readers().versions().choose(Versions.of(parameters), request);
    if (request.getMethod().equals("POST")) {
      answerMany(version, request, response);
      return;
    }
    LookupForm form = LookupForm.of(parameters, request);
    Optional<Lookup.Asked> asked = LookupRequest.one(parameters);
    version.tell(request, response);
    if (asked.isPresent()) {
      answerOne(asked.get(), form, version, request, response);
    } else if (form == LookupForm.PAGE) {
      Schemes schemes = lookups.read(version, request, response, (lookup, _) -> lookup.schemes());
      sendPage(request, response, LookupPage.empty(schemes));
    } else {
      throw new RequestRefusedException(
          HttpProblem.badRequest("no identifier is asked for")
              .hinting("such as %s?imdb=tt4614584".formatted(PATH)));
    }
  }

  /** An answer, and the schemes for the form on its page. */
  private record Looked(LookupAnswer answer, Schemes schemes) {}

  private void answerOne(
      Lookup.Asked asked,
      LookupForm form,
      AskedVersion version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Looked looked =
        lookups.read(
            version,
            request,
            response,
            (lookup, _) ->
                new Looked(LookupAnswer.of(asked, lookup.find(asked)), lookup.schemes()));
    LookupAnswer answer = looked.answer();
    refuse(answer);
    Exchange.of(request).rows(answer.entities().size());
    switch (form) {
      case JSON -> send(request, response, JSON, LookupJson.one(version.version(), answer));
      case PAGE -> sendPage(request, response, shown(answer, looked.schemes()));
    }
  }

  private static LookupPage shown(LookupAnswer answer, Schemes schemes) {
    return LookupPage.of(
        answer.asked().key(),
        answer.asked().text(),
        answer.entities(),
        answer.complaint().map(LookupAnswer.Complaint::detail),
        answer.conflicts(),
        schemes);
  }

  /** What is not an answer alone. */
  private static void refuse(LookupAnswer answer) throws RequestRefusedException {
    Optional<ProblemType> type =
        switch (answer.outcome()) {
          case FOUND, AMBIGUOUS, MOVED -> Optional.empty();
          case GONE -> Optional.of(ProblemType.GONE);
          case NOTHING -> Optional.of(ProblemType.NOT_FOUND);
          case UNKNOWN_SCHEME, MALFORMED -> Optional.of(ProblemType.BAD_REQUEST);
        };
    if (type.isPresent()) {
      LookupAnswer.Complaint complaint = answer.complaint().orElseThrow();
      throw new RequestRefusedException(
          HttpProblem.of(type.get(), complaint.detail()).hinting(complaint.hint()));
    }
  }

  private void answerMany(
      AskedVersion version, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    List<Lookup.Asked> asked = LookupRequest.many(request);
    List<LookupAnswer> answers =
        lookups.read(
            version,
            request,
            response,
            (lookup, budget) -> {
              List<LookupAnswer> found = new ArrayList<>();
              for (Lookup.Asked one : asked) {
                budget.check();
                found.add(LookupAnswer.of(one, lookup.find(one)));
              }
              return found;
            });
    lookups.readers().versions().tell(version.version(), request, response);
    response.setHeader("Cache-Control", "no-store");
    Exchange.of(request).rows(answers.size());
    send(request, response, JSON, LookupJson.all(version.version(), answers));
  }
}
