package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** The description of the data where the note on VoID has every site put it. */
public final class VoidEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/.well-known/void";

  private final transient FrontPage front;

  public VoidEndpoint(FrontPage front) {
    super("GET", "HEAD");
    this.front = front;
  }

  @Override
  protected Set<String> parameters(String method) {
    return FrontPage.PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    front.send(request, response);
  }
}
