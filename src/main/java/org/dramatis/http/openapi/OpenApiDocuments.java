package org.dramatis.http.openapi;

import java.util.function.Supplier;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.http.page.ApiPage;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;

/**
 * What the service can be asked, as it is described for each version of the data.
 *
 * @param newest that of the newest version
 */
public record OpenApiDocuments(DataVersions versions, PerVersion<Document> newest) {

  /**
   * A description.
   *
   * @param text as OpenAPI
   * @param page the same for people
   */
  public record Document(Version version, String text, ApiPage page) {}

  /**
   * Describes the queries of a catalogue, and everything else.
   *
   * @param offered values for the parameters of the queries, which depend on the data
   * @param writable whether anybody may write
   */
  public static OpenApiDocuments of(
      String programVersion,
      DataVersions versions,
      Supplier<Catalogue> catalogue,
      OfferedValues offered,
      boolean writable) {
    OpenApiDocument document = new OpenApiDocument(programVersion, offered, writable);
    return new OpenApiDocuments(
        versions,
        new PerVersion<>(
            versions.history().store(),
            snapshot -> {
              String text = document.of(catalogue.get());
              return new Document(snapshot.version(), text, ApiPageReader.read(text));
            }));
  }
}
