package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.function.Supplier;
import org.dramatis.http.page.LandingPage;
import org.dramatis.query.Catalogue;
import org.dramatis.query.Overview;
import org.dramatis.query.QueryFailedException;
import org.dramatis.query.QueryRunner;

/** The first page. */
final class LandingEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final String programVersion;
  private final transient QueryRunner runner;
  private final transient Supplier<Catalogue> catalogue;

  LandingEndpoint(String programVersion, QueryRunner runner, Supplier<Catalogue> catalogue) {
    super("GET", "HEAD");
    this.programVersion = programVersion;
    this.runner = runner;
    this.catalogue = catalogue;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException {
    Overview overview = Overview.of(runner);
    response.setHeader("Dramatis-Version", overview.version().toString());
    response.setHeader("Cache-Control", "no-cache");
    sendPage(request, response, LandingPage.write(programVersion, overview, catalogue.get()));
  }
}
