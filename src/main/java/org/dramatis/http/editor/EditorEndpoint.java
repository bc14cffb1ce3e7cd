package org.dramatis.http.editor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.dramatis.history.Release;
import org.dramatis.history.Releases;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.EditorPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;

/** The page on which queries are written; one may stand there already. */
public final class EditorEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/query";

  private static final String QUERY = "query";

  private final transient DataVersions versions;
  private final transient Releases releases;

  /** Offers the versions of the data. */
  public EditorEndpoint(DataVersions versions) {
    super("GET", "HEAD");
    this.versions = versions;
    this.releases = new Releases(versions.history());
  }

  /** The view of the answer is the business of the page alone. */
  @Override
  protected Set<String> parameters(String method) {
    return Set.of(QUERY, "version", "view");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    versions.tell(versions.history().store().version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    sendPage(
        request,
        response,
        EditorPage.of(
            Parameters.of(request).one(QUERY),
            releases.all().stream().map(Release::name).toList()));
  }
}
