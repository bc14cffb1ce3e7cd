package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** Every address that is not another endpoint's. */
public final class NothingEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public NothingEndpoint() {
    super("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
  }

  /** That there is nothing may be read by anybody. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    throw new RequestRefusedException(
        HttpProblem.notFound("nothing is served at " + request.getRequestURI()));
  }
}
