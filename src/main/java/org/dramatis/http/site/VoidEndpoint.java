package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** The description where the note on VoID has every site put it, and at the name of its graph. */
public final class VoidEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/.well-known/void";

  /** The name of its graph, as a path. */
  public static final String GRAPH = "/source/description";

  private final transient FrontPage front;
  private final transient Optional<String> format;

  /** Sends what the client wants most. */
  public VoidEndpoint(FrontPage front) {
    this(front, Optional.empty());
  }

  /** Sends this format, unless the client names another. */
  public VoidEndpoint(FrontPage front, Optional<String> format) {
    super("GET", "HEAD");
    this.front = front;
    this.format = format;
  }

  @Override
  protected Set<String> parameters(String method) {
    return FrontPage.PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    front.send(request, response, format);
  }
}
