package org.dramatis.http.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dramatis.http.TestServer;
import org.dramatis.http.WritableServer;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of old addresses after they were merged into others or retired. */
class IdentityEndpointIT {

  private static final String DATA =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX source: <https://w3id.org/dramatis/source/>
      INSERT DATA {
        GRAPH source:press {
          person:ann a d:Person ; d:name "Ann" .
          person:anna a d:Person ; d:name "Anna" .
          person:bob a d:Person ; d:name "Bob" .
        }
      }
      """;

  @TempDir private Path folder;
  private WritableServer server;

  @BeforeEach
  void start() throws Exception {
    server = WritableServer.start(folder, DefaultGraph.UNION);
    assertThat(server.update(DATA).statusCode()).isEqualTo(204);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> post(String token, String... form) throws Exception {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(form[i])
          .append('=')
          .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    return server.with(
        token,
        "POST",
        "/identity",
        body.toString(),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return server.anonymous("GET", path, "", "Accept", accept);
  }

  private void merge(String gone, String into) throws Exception {
    HttpResponse<String> done =
        post(WritableServer.WRITER, "merge", gone, "into", into, "reason", "The same woman");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
  }

  @Test
  void theOldAddressLeadsToTheLastSuccessor() throws Exception {
    merge("person:ann", "person:anna");
    merge("person:anna", "person:bob");
    assertThat(server.version()).isEqualTo(new Version(3));
    HttpResponse<String> moved = get("/id/person/ann", "*/*");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(header(moved, "Location")).isEqualTo("/id/person/bob");
    assertThat(String.join(", ", moved.headers().allValues("Link")))
        .contains("<https://w3id.org/dramatis/id/person/bob>; rel=\"successor-version\"");
    assertThat(moved.body()).contains("problems/merged", "The same woman", "by ann");
    assertThat(header(get("/id/person/ann.ttl", "*/*"), "Location"))
        .isEqualTo("/id/person/bob.ttl");
    assertThat(server.anonymous("HEAD", "/id/person/ann", "").statusCode()).isEqualTo(301);
  }

  @Test
  void theReasonComesAsRdfAndAsAPageToo() throws Exception {
    merge("person:ann", "person:anna");
    HttpResponse<String> turtle = get("/id/person/ann", "text/turtle");
    assertThat(turtle.statusCode()).isEqualTo(301);
    assertThat(turtle.body()).contains("isReplacedBy", "person:anna", "The same woman");
    HttpResponse<String> page = get("/id/person/ann", "text/html");
    assertThat(page.statusCode()).isEqualTo(301);
    assertThat(page.body()).contains("href=\"/id/person/anna\"", "The same woman");
  }

  @Test
  void versionsBeforeStillHaveIt() throws Exception {
    merge("person:ann", "person:anna");
    assertThat(get("/id/person/ann?version=1", "text/turtle").statusCode()).isEqualTo(200);
    assertThat(header(get("/id/person/ann?version=2", "*/*"), "Location"))
        .isEqualTo("/id/person/anna?version=2");
  }

  @Test
  void whatIsRetiredIsGoneForEver() throws Exception {
    assertThat(post(WritableServer.WRITER, "retire", "person:ann").statusCode()).isEqualTo(204);
    HttpResponse<String> gone = get("/id/person/ann", "application/problem+json");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("problems/gone", "no reason was given");
    assertThat(get("/id/person/ann", "text/turtle").statusCode()).isEqualTo(410);
    assertThat(get("/id/person/ann?version=1", "*/*").statusCode()).isEqualTo(200);
    server.update("INSERT DATA { GRAPH <http://example.org/g> { <http://x/> <http://y/> 1 } }");
    assertThat(get("/id/person/ann", "*/*").statusCode()).isEqualTo(410);
  }

  @Test
  void whatAnUpdateHasTakenAwayIsGoneToo() throws Exception {
    server.update("DELETE WHERE { GRAPH ?g { <https://w3id.org/dramatis/id/person/bob> ?p ?o } }");
    HttpResponse<String> gone = get("/id/person/bob", "*/*");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("problems/gone", "/id/person/bob?version=1");
    assertThat(get("/id/person/bob?version=1", "*/*").statusCode()).isEqualTo(200);
    assertThat(get("/id/person/never", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void aQueryThatNamesItIsWarnedAndToldTheSuccessor() throws Exception {
    merge("person:ann", "person:anna");
    String query = "SELECT * { <https://w3id.org/dramatis/id/person/ann> ?p ?o }";
    assertThat(header(get("/sparql?query=" + TestServer.encode(query), "*/*"), "Dramatis-Warning"))
        .contains("gone-iri", "person:anna");
  }

  @Test
  void onlyWhoMayWriteAllThatIsChangedCanDoIt() throws Exception {
    assertThat(
            post(WritableServer.OWNER, "merge", "person:ann", "into", "person:anna").statusCode())
        .isEqualTo(403);
    assertThat(post(WritableServer.READER, "retire", "person:ann").statusCode()).isEqualTo(403);
    assertThat(server.anonymous("POST", "/identity", "").statusCode()).isEqualTo(401);
    assertThat(server.version()).isEqualTo(new Version(1));
  }

  @Test
  void theRecordIsNotWrittenByHand() throws Exception {
    merge("person:ann", "person:anna");
    assertThat(server.update("CLEAR GRAPH <https://w3id.org/dramatis/source/record>").statusCode())
        .isEqualTo(403);
    assertThat(server.put("/data?graph=https://w3id.org/dramatis/source/record", "").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    assertThat(post(WritableServer.WRITER, "merge", "person:ann", "into", "person:no").statusCode())
        .isEqualTo(409);
    assertThat(post(WritableServer.WRITER, "merge", "Ann", "into", "person:anna").statusCode())
        .isEqualTo(400);
    assertThat(post(WritableServer.WRITER, "merge", "person:ann").statusCode()).isEqualTo(400);
    assertThat(post(WritableServer.WRITER).statusCode()).isEqualTo(400);
    assertThat(server.version()).isEqualTo(new Version(1));
  }
}
