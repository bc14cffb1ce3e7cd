package org.dramatis.http.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.PerVersion;

/** What the service can be asked, for people who write programs. */
public final class ApiPageEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/api";

  private final transient PerVersion<OpenApiDocuments.Document> documents;
  private final transient DataVersions versions;

  /** Shows documents. */
  public ApiPageEndpoint(OpenApiDocuments documents) {
    super("GET", "HEAD");
    this.documents = documents.newest();
    this.versions = documents.versions();
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OpenApiDocuments.Document document = documents.get();
    versions.tell(document.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    sendPage(request, response, document.page());
  }
}
