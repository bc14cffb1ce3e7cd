package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.ProblemTypePage;
import org.dramatis.http.page.ProblemTypesPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/** What each kind of error means, at the address that its documents name. */
public final class ProblemsEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public ProblemsEndpoint() {
    super("GET", "HEAD");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    String slug = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    Page page =
        slug.isEmpty()
            ? new ProblemTypesPage()
            : ProblemType.of(slug)
                .<Page>map(ProblemTypePage::new)
                .orElseThrow(() ->
                    new RequestRefusedException(
                        HttpProblem.notFound("there is no kind of error called '" + slug + "'")));
    response.setHeader("Cache-Control", "max-age=3600");
    sendPage(request, response, page);
  }
}
