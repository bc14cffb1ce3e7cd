package org.dramatis.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.reconcile.ReconcileClient.RESULTS;
import static org.dramatis.http.reconcile.ReconcileClient.get;
import static org.dramatis.http.reconcile.ReconcileClient.postForm;
import static org.dramatis.http.reconcile.ReconcileClient.postJson;
import static org.dramatis.http.reconcile.ReconcileClient.refused;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.dramatis.http.ProjectServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be reconciled is refused with a reason, in an answer that keeps to the schemas. */
final class ReconcileRefusalsIT {

  @Test
  void theSchemasAreAtHandAndTellWhatIsWrong() {
    Assumptions.assumeTrue(ApiSchemas.areThere(), "answers are not held against the schemas");
    String wrong =
        ApiSchemas.example(Protocol.V0_2, "reconciliation-result-batch/invalid/missing-id.json");
    assertThatThrownBy(() -> ApiSchemas.check(Protocol.V0_2, RESULTS, wrong))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'id' not found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"query\":\"x\",\"type\":\"Persan\"} | there is no type 'Persan'; did you mean 'Person'?",
        "{\"query\":\"x\",\"type\":7} | 'type' is a text",
        "{\"query\":\"x\",\"type_strict\":\"al\"} | did you mean 'all'?",
        "{\"query\":\"x\",\"properties\":[{\"pid\":\"seson\",\"v\":1}]} | did you mean 'season'?",
        "{\"query\":\"x\",\"properties\":[{\"pid\":\"year\"}]} | 'pid' and 'v'",
        "{\"query\":\"x\",\"properties\":[{\"pid\":\"year\",\"v\":null}]} | a value is",
        "{\"query\":\"x\",\"properties\":{}} | 'properties' is no array",
        "{\"query\":\"x\",\"limit\":0} | 'limit' is a whole number from 1 to 100",
        "{\"query\":\"x\",\"limit\":-1} | 'limit' is a whole number",
        "{\"query\":\"x\",\"limit\":2.5} | 'limit' is a whole number",
        "{\"query\":\"x\",\"limit\":101} | 'limit' is a whole number",
        "{\"query\":\"x\",\"limit\":\"5\"} | 'limit' is a whole number",
        "{\"querry\":\"x\"} | did you mean 'query'?",
        "{\"query\":7} | 'query' is no text",
        "{} | neither 'query' nor 'properties'",
        "7 | a query is an object"
      })
  void aQueryThatCannotBeUnderstoodIsNamed(String query, String reason) throws Exception {
    String body =
        refused(
            postForm("queries", "{\"good\":{\"query\":\"x\"},\"bad\":" + query + "}"),
            400,
            Protocol.V0_2,
            RESULTS);
    assertThat(body).contains(reason, "bad: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"conditions\":[]} | there are no 'conditions'",
        "{\"conditions\":[{\"matchType\":\"name\"}]} | 'matchType' and 'propertyValue'",
        "{\"conditions\":[{\"matchType\":\"nam\",\"propertyValue\":\"x\"}]} | did you mean 'name'?",
        "{\"conditions\":[{\"matchType\":\"property\",\"propertyValue\":\"x\"}]} | no 'propertyId'",
        "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\",\"matchQuantifier\":\"all\"}]} | one is enough",
        "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\",\"matchQualifier\":\"y\"}]} | 'matchQualifier'",
        "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}],\"type\":[\"Person\"]} | 'type' is no text",
        "{\"query\":\"x\"} | there is no member 'query'"
      })
  void soItIsInTheDraft(String query, String reason) throws Exception {
    String body =
        refused(
            postJson("/1.0-draft/match", "{\"queries\":[" + query + "]}"),
            400,
            Protocol.V1_0,
            RESULTS);
    assertThat(body).contains(reason, "queries[0]: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "null",
        "{\"q\":{\"query\":\"x\"},\"q\":{\"query\":\"y\"}}",
        "{'q':1}"
      })
  void whatIsNoBatchIsRefused(String json) throws Exception {
    refused(postForm("queries", json), 400, Protocol.V0_2, RESULTS);
    refused(get("?queries=" + encode(json)), 400, Protocol.V0_2, RESULTS);
    refused(postJson("/match", json), 400, Protocol.V1_0, RESULTS);
  }

  @Test
  void endlessNestingIsRefused() throws Exception {
    String deep = "[".repeat(100_000);
    assertThat(refused(postJson("/match", deep), 400, Protocol.V1_0, RESULTS))
        .contains("nested too deeply");
  }

  @Test
  void moreThanAThousandQueriesAreTooMany() throws Exception {
    String keyed =
        IntStream.range(0, 1001)
            .mapToObj(i -> "\"q%d\":{\"query\":\"x\"}".formatted(i))
            .collect(Collectors.joining(",", "{", "}"));
    assertThat(refused(postForm("queries", keyed), 413, Protocol.V0_2, RESULTS))
        .contains("1,001 queries");
    String listed =
        IntStream.range(0, 1001)
            .mapToObj(_ -> "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}]}")
            .collect(Collectors.joining(",", "{\"queries\":[", "]}"));
    refused(postJson("/match", listed), 413, Protocol.V1_0, RESULTS);
  }

  @Test
  void aHugeBodyIsNotRead() throws Exception {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(small)) {
      zipped.write(new byte[9_000_000]);
    }
    HttpResponse<String> response =
        ProjectServer.server()
            .post(
                "/reconcile/match",
                ReconcileClient.JSON_TYPE,
                small.toByteArray(),
                "Content-Encoding",
                "gzip");
    refused(response, 413, Protocol.V1_0, RESULTS);
  }

  @Test
  void aBodyOfAnotherKindIsNotRead() throws Exception {
    HttpResponse<String> text = ProjectServer.server().post("/reconcile", "text/plain", "x");
    assertThat(refused(text, 415, Protocol.V0_2, RESULTS)).contains("application/json");
    HttpResponse<String> form =
        ProjectServer.server().post("/reconcile/match", ReconcileClient.FORM, "queries=");
    refused(form, 415, Protocol.V1_0, RESULTS);
    refused(postForm("querys", "{}"), 400, Protocol.V0_2, RESULTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?callback=f", "/suggest/entity?prefix=a&callback=f", "/0.2?callback=f"})
  void jsonpIsRefused(String address) throws Exception {
    HttpResponse<String> response = get(address);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("JSONP is not spoken here", "CORS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?version=0.1", "?version=7", "?version="})
  void anotherVersionIsRefused(String address) throws Exception {
    HttpResponse<String> response = get(address);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("0.2 and 1.0-draft", "newest version of the data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?prefix=a&limit=0",
        "?prefix=a&limit=101",
        "?prefix=a&limit=-1",
        "?prefix=a&cursor=x",
        "?prefix=a&cursor=1001",
        "?prefix=a&type=Persan"
      })
  void suggestionsAreRefusedAlike(String parameters) throws Exception {
    for (Protocol protocol : Protocol.values()) {
      refused(
          get("/%s/suggest/entity%s".formatted(protocol.number(), parameters)),
          400,
          protocol,
          "suggest-entities-response");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 'ids' and 'properties'",
        "{\"ids\":[7],\"properties\":[]} | an id is a text",
        "{\"ids\":[],\"properties\":[{\"id\":\"yaer\"}]} | did you mean 'year'?",
        "{\"ids\":[],\"properties\":[{}]} | an object with an id",
        "{\"ids\":[],\"properties\":[{\"id\":\"year\",\"settings\":{\"limit\":\"0\"}}]} | 1 to 100"
      })
  void extensionsAreRefusedAlike(String query, String reason) throws Exception {
    String schema = "data-extension-response";
    assertThat(refused(get("?extend=" + encode(query)), 400, Protocol.V0_2, schema))
        .contains(reason);
    assertThat(refused(postJson("/extend", query), 400, Protocol.V1_0, schema)).contains(reason);
  }

  @Test
  void aFormThatExtendsIsRefusedAsAnExtension() throws Exception {
    refused(postForm("extend", "{}"), 400, Protocol.V0_2, "data-extension-response");
  }

  @Test
  void proposalsAreRefusedAlike() throws Exception {
    for (Protocol protocol : Protocol.values()) {
      refused(
          get("/%s/extend/propose?type=Persan".formatted(protocol.number())),
          400,
          protocol,
          "data-extension-property-proposal");
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(get("/preview?id=https://example.org/none").statusCode()).isEqualTo(404);
    assertThat(get("/flyout?id=none").statusCode()).isEqualTo(404);
    assertThat(get("/other").statusCode()).isEqualTo(404);
    assertThat(get("/preview").statusCode()).isEqualTo(400);
    assertThat(get("/match").statusCode()).isEqualTo(405);
    assertThat(postJson("/suggest/entity", "{}").statusCode()).isEqualTo(404);
  }
}
