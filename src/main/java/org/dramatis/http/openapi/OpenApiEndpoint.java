package org.dramatis.http.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.endpoint.PerVersion;

/** What the service can be asked, for programs and those who write them. */
public final class OpenApiEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(Content.JSON, Content.JSON),
              new Negotiation.Offer<>(ApiDescription.MEDIA_TYPE, ApiDescription.MEDIA_TYPE)));

  private final transient PerVersion<OpenApiDocuments.Document> documents;
  private final transient DataVersions versions;

  /** Sends documents. */
  public OpenApiEndpoint(OpenApiDocuments documents) {
    super("GET", "HEAD");
    this.documents = documents.newest();
    this.versions = documents.versions();
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Browsers get it too: the page for people is elsewhere.
    String mediaType = FORMS.choose(accept(request)).orElse(Content.JSON);
    OpenApiDocuments.Document document = documents.get();
    versions.tell(document.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    send(request, response, mediaType, document.text());
  }
}
