package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.answer.JsonLdContext;

/** The contexts of JSON-LD, each of which stays as it is for ever. */
public final class ContextEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where they are. */
  public static final String PATH = "/context";

  private static final String FIRST = "/v1.jsonld";

  public ContextEndpoint() {
    super("GET", "HEAD");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    if (!FIRST.equals(request.getPathInfo())) {
      throw new RequestRefusedException(
          HttpProblem.notFound("there is no context at this address")
              .hinting("the newest is at " + PATH + FIRST));
    }
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    send(request, response, "application/ld+json", JsonLdContext.V1.document());
  }
}
