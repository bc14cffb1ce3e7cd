package org.dramatis.http.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.admission.ByteBound;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.site.FrontPage;
import org.dramatis.query.problem.QueryFailedException;

/** SPARQL queries by the SPARQL protocol: GET, POST of a form, POST of the query itself. */
public final class SparqlEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final transient FrontPage front;
  private final transient Readers readers;
  private final transient QueryAnswering queries;

  public SparqlEndpoint(FrontPage front, Readers readers, QueryAnswering queries) {
    super("GET", "HEAD", "POST");
    this.front = front;
    this.readers = readers;
    this.queries = queries;
  }

  /** Queries change nothing, whatever their method. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Set<String> parameters(String method) {
    return SparqlOptions.PARAMETERS;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(SparqlRequest.BODIES);
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (asksNothing(request)) {
      front.send(request, response);
      return;
    }
    Client client = readers.admit(request, response);
    try (ByteBound.Hold _ = queries.roomFor(request)) {
      SparqlRequest asked = SparqlRequest.read(request);
      warn(asked.parameters(), request, response);
      queries.answer(client, asked, request, response);
    }
  }

  /** Without a query the endpoint tells about itself; an update is in the wrong place. */
  private static boolean asksNothing(HttpServletRequest request) throws RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    return !request.getMethod().equals("POST")
        && !parameters.has("query")
        && !parameters.has("update");
  }
}
