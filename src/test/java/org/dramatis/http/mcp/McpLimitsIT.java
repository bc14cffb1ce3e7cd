package org.dramatis.http.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models have what everybody has, and no more. */
class McpLimitsIT {

  private static final String NEVER_ENDING =
      "ASK { FILTER REGEX(\"%s\", \"(.*a){25}b\") }".formatted("a".repeat(60));

  @TempDir private Path folder;

  private TestServer start(String... settings) throws IOException {
    return TestServer.start(folder, "", TestServer.settings(settings));
  }

  private static HttpResponse<String> ask(TestServer server, String query)
      throws IOException, InterruptedException {
    JsonObject arguments = new JsonObject();
    arguments.put("query", query);
    JsonObject params = new JsonObject();
    params.put("name", "sparql");
    params.put("arguments", arguments);
    JsonObject message = new JsonObject();
    message.put("jsonrpc", "2.0");
    message.put("id", 1);
    message.put("method", "tools/call");
    message.put("params", params);
    return server.post("/mcp", "application/json", message.toString());
  }

  @Test
  void aQueryIsStoppedWhenItsTimeIsUpAndTheModelIsTold() throws Exception {
    try (TestServer server = start("time-limit", "0.5")) {
      HttpResponse<String> response = ask(server, NEVER_ENDING);
      assertThat(response.statusCode()).isEqualTo(200);
      JsonObject result = JSON.parse(response.body()).getObj("result");
      assertThat(result.getBoolean("isError")).isTrue();
      assertThat(result.getObj("structuredContent").getString("type"))
          .endsWith("/problems/out-of-time");
    }
  }

  @Test
  void aShareThatIsUsedUpIsToldBeforeAnythingIsRead() throws Exception {
    try (TestServer server = start("client-work", "1", "client-burst", "1", "time-limit", "1.5")) {
      assertThat(ask(server, NEVER_ENDING).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = ask(server, "ASK {}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(TestServer.header(refused, "Retry-After")).isNotEmpty();
      assertThat(JSON.parse(refused.body()).getObj("error").getObj("data").getString("type"))
          .endsWith("/problems/quota-used-up");
    }
  }

  @Test
  void theOperatorsLimitOnRowsHoldsHereToo() throws Exception {
    try (TestServer server = start("max-rows", "2")) {
      JsonObject result =
          JSON.parse(ask(server, "SELECT ?n { VALUES ?n { 1 2 3 4 } }").body()).getObj("result");
      assertThat(result.getObj("structuredContent").getString("type"))
          .endsWith("/problems/answer-too-large");
    }
  }
}
