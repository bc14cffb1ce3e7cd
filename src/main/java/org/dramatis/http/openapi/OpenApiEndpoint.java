package org.dramatis.http.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.function.Supplier;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;

/** What the service can be asked, for programs and those who write them. */
public final class OpenApiEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(Content.JSON, Content.JSON),
              new Negotiation.Offer<>(ApiDescription.MEDIA_TYPE, ApiDescription.MEDIA_TYPE)));

  private final transient PerVersion<Document> documents;

  private record Document(Version version, String text) {}

  private final transient DataVersions versions;

  /**
   * Describes the queries of a catalogue, and everything else.
   *
   * @param offered values for the parameters of the queries, which depend on the data
   * @param writable whether anybody may write
   */
  public OpenApiEndpoint(
      String programVersion,
      DataVersions versions,
      Supplier<Catalogue> catalogue,
      OfferedValues offered,
      boolean writable) {
    super("GET", "HEAD");
    OpenApiDocument document = new OpenApiDocument(programVersion, offered, writable);
    this.documents =
        new PerVersion<>(
            versions.history().store(),
            snapshot -> new Document(snapshot.version(), document.of(catalogue.get())));
    this.versions = versions;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // It is asked by browsers too, which show JSON well enough.
    String mediaType = FORMS.choose(accept(request)).orElse(Content.JSON);
    Document document = documents.get();
    versions.tell(document.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    send(request, response, mediaType, document.text());
  }
}
