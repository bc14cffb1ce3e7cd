package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.settings;
import static org.dramatis.http.TestServer.sparql;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.dramatis.query.federation.RawEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code SERVICE} as the setting {@code service-allow} lets it be. */
class ServiceIT {

  private static final String DATA = "GRAPH :g { :a :p 1 }";

  @TempDir private Path folder;
  private RawEndpoint remote;

  @BeforeEach
  void listen() throws IOException {
    remote = new RawEndpoint();
    remote.onJson(
        "/sparql",
        """
        {"head": {"vars": ["o"]},
         "results": {"bindings": [{"o": {"type": "literal", "value": "from there"}}]}}
        """);
  }

  @AfterEach
  void close() throws IOException {
    remote.close();
  }

  /** Asks the other endpoint from a server with this list; the rest of the query has one row. */
  private HttpResponse<String> ask(String list, String service) throws Exception {
    try (TestServer server = TestServer.start(folder, DATA, settings("service-allow", list))) {
      return server.get(
          sparql("SELECT ?s ?o { ?s :p 1 " + service + " { ?x :q ?o } }"), "Accept", "text/csv");
    }
  }

  private String service(String path) {
    return "SERVICE <" + remote.address(path) + ">";
  }

  @Test
  void aPrivateEndpointOnTheListIsAsked() throws Exception {
    HttpResponse<String> response =
        ask("https://data.example/, private:" + remote.address("/sparql"), service("/sparql"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("s,o\r\nhttp://example.org/a,from there\r\n");
    assertThat(remote.requests()).hasSize(1);
  }

  @Test
  void withoutTheWordAnEndpointOfThisMachineIsRefused() throws Exception {
    HttpResponse<String> response = ask(remote.address("/sparql"), service("/sparql"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("no public network");
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void whatIsNotBelowAnEntryIsRefusedByName() throws Exception {
    HttpResponse<String> response =
        ask("private:" + remote.address("/sparql"), service("/sparqling"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains(remote.address("/sparqling"));
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void aFailureOfAnEndpointOnTheListIsToldAsItsOwn() throws Exception {
    HttpResponse<String> response = ask("private:" + remote.address("/"), service("/missing"));

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).contains("problems/service-failed");
  }

  @Test
  void silentlyAFailureLeavesTheRowAsItWas() throws Exception {
    HttpResponse<String> response =
        ask(
            "private:" + remote.address("/"),
            service("/missing").replace("SERVICE", "SERVICE SILENT"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("s,o\r\nhttp://example.org/a,\r\n");
    assertThat(remote.requests()).hasSize(1);
  }
}
