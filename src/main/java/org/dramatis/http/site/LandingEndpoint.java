package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Memento;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** The first page; whoever asks for RDF gets the description of the service. */
public final class LandingEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Set<String> NO_WISH = Set.of("", "*/*");

  private final transient FrontPage front;

  public LandingEndpoint(FrontPage front) {
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
    boolean wished =
        Parameters.of(request).values().keySet().stream().anyMatch(FrontPage.PARAMETERS::contains)
            || request.getHeader(Memento.ACCEPT_DATETIME) != null;
    if (!wished && NO_WISH.contains(accept(request).strip())) {
      front.sendPage(request, response);
    } else {
      front.send(request, response);
    }
  }
}
