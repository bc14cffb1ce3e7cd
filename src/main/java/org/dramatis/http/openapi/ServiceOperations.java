package org.dramatis.http.openapi;

import java.util.List;
import org.dramatis.http.description.ApiDescription;

/** The service itself. */
final class ServiceOperations {

  private ServiceOperations() {}

  static List<Operation> all() {
    return List.of(
        Operation.get(
            "/health",
            "health",
            "Whether the server is up, and which version of the data it has",
            Tags.SERVICE,
            List.of(),
            Success.ok(
                "It is up.",
                Headers.DATA,
                List.of(Content.of(Content.JSON, Schemas.of(Schemas.HEALTH))))),
        Operation.get(
            ApiDescription.PATH,
            "openApi",
            "This document",
            Tags.SERVICE,
            List.of(),
            Success.ok(
                "The document.",
                Headers.DATA,
                List.of(
                    Content.of(ApiDescription.MEDIA_TYPE, Schemas.object()),
                    Content.of(Content.JSON, Schemas.object())))));
  }
}
