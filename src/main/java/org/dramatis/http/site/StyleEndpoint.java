package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.ProblemPage;

/** The style sheet of the pages. */
public final class StyleEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public StyleEndpoint() {
    super("GET", "HEAD");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream in = ProblemPage.class.getResourceAsStream("style.css")) {
      if (in == null) {
        throw new IllegalStateException("style.css is missing from the program");
      }
      response.setHeader("Cache-Control", "max-age=3600");
      send(request, response, "text/css", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
