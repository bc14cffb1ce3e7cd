package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;

/** Says whether requests should be sent here: no longer when the server is about to stop. */
final class ReadyEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  ReadyEndpoint() {
    super("GET", "HEAD");
  }

  @Override
  boolean answersWhileStopping() {
    return true;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    if (Lifecycle.of(getServletContext()).isStopping()) {
      throw new RequestRefusedException(STOPPING);
    }
    response.setHeader("Cache-Control", "no-store");
    send(request, response, "application/json", "{\"status\": \"ready\"}\n");
  }
}
