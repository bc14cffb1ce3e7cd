package org.dramatis.http.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.access.Tokens;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;

/** Says whether requests should be sent here: no longer when the server is about to stop. */
public final class ReadyEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Optional<Tokens> tokens;

  /** Looks at these tokens, too, if there are any. */
  public ReadyEndpoint(Optional<Tokens> tokens) {
    super("GET", "HEAD");
    this.tokens = tokens;
  }

  @Override
  protected boolean answersWhileStopping() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    if (Lifecycle.of(getServletContext()).isStopping()) {
      throw new RequestRefusedException(STOPPING);
    }
    response.setHeader("Cache-Control", "no-store");
    JsonBuilder document = JsonBuilder.create().startObject().pair("status", "ready");
    // What needs no token is answered all the same, so that requests should go on coming.
    tokens.ifPresent(each -> document.pair("tokens", each.areUsable() ? "usable" : "unusable"));
    send(request, response, "application/json", document.finishObject().build() + "\n");
  }
}
