package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Supplier;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.QueryPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;

/** The published queries, each at its topic and name. */
public final class QueriesEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Supplier<Catalogue> catalogue;
  private final boolean cites;

  /**
   * Shows queries.
   *
   * @param cites whether they can be cited from their pages
   */
  public QueriesEndpoint(Supplier<Catalogue> catalogue, boolean cites) {
    super("GET", "HEAD");
    this.catalogue = catalogue;
    this.cites = cites;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    PublishedQuery query = catalogue.get().find(path);
    if (!query.path().equals(path)) {
      throw new RequestRefusedException(
          HttpProblem.notFound("the query stands at /queries/" + query.path()));
    }
    sendPage(request, response, QueryPage.write(query, cites));
  }
}
