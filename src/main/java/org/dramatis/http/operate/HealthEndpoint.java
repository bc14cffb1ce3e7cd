package org.dramatis.http.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.store.Store;

/** Says that the server is up, and which version of the data it answers from. */
public final class HealthEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final String programVersion;
  private final transient Store store;

  public HealthEndpoint(String programVersion, Store store) {
    super("GET", "HEAD");
    this.programVersion = programVersion;
    this.store = store;
  }

  @Override
  protected boolean answersWhileStopping() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String version = store.version().toString();
    response.setHeader("Dramatis-Version", version);
    response.setHeader("Cache-Control", "no-store");
    String json =
        JsonBuilder.create()
            .startObject()
            .pair("status", "up")
            .pair("program", programVersion)
            .pair("version", store.version().number())
            .finishObject()
            .build()
            .toString();
    send(request, response, "application/json", json + "\n");
  }
}
