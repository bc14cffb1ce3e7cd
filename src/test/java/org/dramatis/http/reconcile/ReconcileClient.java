package org.dramatis.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;

/** Asks as OpenRefine and others do, and holds every answer against the schemas. */
final class ReconcileClient {

  static final String RESULTS = "reconciliation-result-batch";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON_TYPE = "application/json";

  private ReconcileClient() {}

  static HttpResponse<String> get(String address, String... headers) throws Exception {
    return ProjectServer.server().get("/reconcile" + address, headers);
  }

  static HttpResponse<String> postForm(String name, String json) throws Exception {
    return ProjectServer.server().post("/reconcile", FORM, name + "=" + encode(json));
  }

  static HttpResponse<String> postJson(String path, String json) throws Exception {
    return ProjectServer.server().post("/reconcile" + path, JSON_TYPE, json);
  }

  /** An answer that succeeds and keeps to a schema. */
  static JsonObject good(HttpResponse<String> response, Protocol protocol, String schema) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json;charset=utf-8");
    assertThat(header(response, "Dramatis-Version")).isNotEmpty();
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    ApiSchemas.check(protocol, schema, response.body());
    return JSON.parse(response.body());
  }

  /** An answer that refuses and keeps to a schema. */
  static String refused(
      HttpResponse<String> response, int status, Protocol protocol, String schema) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(response.body()).contains("\"detail\"", "\"requestId\"");
    ApiSchemas.check(protocol, schema, response.body());
    return response.body();
  }

  /** The candidates for one query of version 0.2. */
  static List<JsonObject> candidates(String query) throws Exception {
    JsonObject batch = good(postForm("queries", "{\"q0\":" + query + "}"), Protocol.V0_2, RESULTS);
    return objects(batch.getObj("q0"), "result");
  }

  /** The candidates for one query of the draft. */
  static List<JsonObject> drafted(String query) throws Exception {
    JsonObject batch =
        good(postJson("/1.0-draft/match", "{\"queries\":[" + query + "]}"), Protocol.V1_0, RESULTS);
    return objects(objects(batch, "results").getFirst(), "candidates");
  }

  static List<JsonObject> objects(JsonObject object, String array) {
    List<JsonObject> objects = new ArrayList<>();
    object.get(array).getAsArray().forEach(each -> objects.add(each.getAsObject()));
    return objects;
  }

  static List<String> texts(List<JsonObject> objects, String member) {
    return objects.stream().map(each -> each.getString(member)).toList();
  }
}
