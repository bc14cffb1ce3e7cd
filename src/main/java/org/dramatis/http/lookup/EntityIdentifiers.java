package org.dramatis.http.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.IdentifiersPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.identifier.Identified;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.model.Namespaces;
import org.dramatis.query.problem.QueryFailedException;

/** What other catalogues call an entity, at its address with {@code /ids} behind it. */
public final class EntityIdentifiers {

  private static final String BEHIND = "/ids";
  private static final Pattern PATH = Pattern.compile("/id/[^/]+/[^/]+" + BEHIND);

  private final Lookups lookups;

  /** Answers from what these readers read. */
  public EntityIdentifiers(Readers readers) {
    this.lookups = new Lookups(readers);
  }

  /** Whether a request asks for them, and not for the entity. */
  public static boolean areAskedFor(HttpServletRequest request) {
    return PATH.matcher(request.getRequestURI()).matches();
  }

  /** Answers such a request. */
  public void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    LookupForm form = LookupForm.of(parameters, request);
    AskedVersion version = lookups.readers().versions().choose(Versions.of(parameters), request);
    version.tell(request, response);
    String path = request.getRequestURI();
    Lookup.Asked asked =
        new Lookup.Asked(
            Lookup.OURS, Namespaces.BASE + path.substring(1, path.length() - BEHIND.length()));
    LookupAnswer answer =
        lookups.read(
            version, request, response, (lookup, _) -> LookupAnswer.of(asked, lookup.find(asked)));
    Identified entity = entity(answer, request, response);
    response.addHeader("Link", "<%s>; rel=\"describes\"".formatted(entity.entity().getURI()));
    switch (form) {
      case JSON ->
          Endpoint.send(
              request, response, "application/json", LookupJson.of(version.version(), entity));
      case PAGE -> Endpoint.sendPage(request, response, new IdentifiersPage(entity));
    }
  }

  private static Identified entity(
      LookupAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    String detail = answer.complaint().map(LookupAnswer.Complaint::detail).orElse("");
    return switch (answer.outcome()) {
      case FOUND, AMBIGUOUS -> answer.entities().getFirst();
      case MOVED -> {
        String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        String successor = answer.entities().getFirst().entity().getURI();
        response.setHeader(
            "Location", successor.substring(Namespaces.BASE.length() - 1) + BEHIND + query);
        throw new RequestRefusedException(HttpProblem.of(ProblemType.MERGED, detail));
      }
      case GONE -> throw new RequestRefusedException(HttpProblem.of(ProblemType.GONE, detail));
      case NOTHING, UNKNOWN_SCHEME, MALFORMED ->
          throw new RequestRefusedException(
              HttpProblem.notFound("nothing is known of <%s>".formatted(answer.asked().text())));
    };
  }
}
