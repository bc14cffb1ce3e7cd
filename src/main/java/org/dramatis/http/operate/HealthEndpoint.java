package org.dramatis.http.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.model.Version;

/** Says that the server is up, and which version of the data it answers from. */
public final class HealthEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final String programVersion;
  private final transient DataVersions versions;

  public HealthEndpoint(String programVersion, DataVersions versions) {
    super("GET", "HEAD");
    this.programVersion = programVersion;
    this.versions = versions;
  }

  @Override
  protected boolean answersWhileStopping() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Version version = versions.history().store().version();
    versions.tell(version, request, response);
    response.setHeader("Cache-Control", "no-store");
    String json =
        JsonBuilder.create()
            .startObject()
            .pair("status", "up")
            .pair("program", programVersion)
            .pair("version", version.number())
            .finishObject()
            .build()
            .toString();
    send(request, response, "application/json", json + "\n");
  }
}
