package org.dramatis.http.description;

/** Where programs are told what the service can be asked. */
public final class ApiDescription {

  /** The address of the OpenAPI document. */
  public static final String PATH = "/openapi.json";

  /** What the document is called by those who know it. */
  public static final String MEDIA_TYPE = "application/openapi+json";

  /** Leads there from what it describes (RFC 8631). */
  public static final String LINK =
      "<%s>; rel=\"service-desc\"; type=\"%s\"".formatted(PATH, MEDIA_TYPE);

  private ApiDescription() {}
}
