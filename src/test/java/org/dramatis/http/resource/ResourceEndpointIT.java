package org.dramatis.http.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Classes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named under the base, asked at its own path on this server. */
class ResourceEndpointIT {

  private static final String CARSON = "/id/person/sofia-carson";
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final TestServer server = ProjectServer.server();

  private static Graph graph(HttpResponse<String> response) {
    Graph graph = GraphFactory.createDefaultGraph();
    Lang lang =
        RDFLanguages.contentTypeToLang(header(response, "Content-Type").replaceFirst(";.*", ""));
    RDFParser.create().source(new StringReader(response.body())).lang(lang).parse(graph);
    return graph;
  }

  private static Node iri(String path) {
    return NodeFactory.createURI(Namespaces.BASE + path.substring(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CARSON,
        "/source/public-record",
        "/claim/editors/3",
        "/passage/purple-hearts-season-2/677-682",
        "/role",
        "/role/actor",
        "/layer/real",
        "/ns",
        "/ns/claims"
      })
  void everythingThatIsNamedIsDescribedAtItsOwnPath(String path) throws Exception {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(graph(response).contains(iri(path), RDF.Nodes.type, Node.ANY))
        .as("named as it is everywhere, whatever this host is called")
        .isTrue();
    HttpResponse<String> page = server.get(path, "Accept", BROWSER);
    assertThat(page.body())
        .contains("<h1><bdi>")
        .contains("<code>" + iri(path).getURI() + "</code>");
    assertThat(page.body()).doesNotContain("href=\"" + Namespaces.BASE);
  }

  @ParameterizedTest
  @CsvSource({
    "ttl, text/turtle",
    "nt, application/n-triples",
    "jsonld, application/ld+json",
    "rdf, application/rdf+xml",
    "trig, application/trig",
    "nq, application/n-quads",
  })
  void aFormCanBeAskedForByAcceptAndByExtension(String extension, String type) throws Exception {
    HttpResponse<String> accepted = server.get(CARSON, "Accept", type);
    HttpResponse<String> named = server.get(CARSON + "." + extension);
    assertThat(header(accepted, "Content-Type")).startsWith(type);
    assertThat(header(accepted, "Content-Location")).isEqualTo(CARSON + "." + extension);
    assertThat(named.body()).isEqualTo(accepted.body());
    assertThat(graph(named).contains(iri(CARSON), RDF.Nodes.type, Classes.PERSON)).isTrue();
  }

  @Test
  void theClaimsAndWhatPointsHereComeAlong() throws Exception {
    Graph graph = graph(server.get(CARSON));
    assertThat(graph.contains(Node.ANY, RDF.Nodes.type, Classes.CLAIM)).isTrue();
    assertThat(graph.contains(iri("/id/credit/season-2-cassie"), Node.ANY, iri(CARSON))).isTrue();
    assertThat(graph(server.get("/ns")).contains(Classes.PERSON, Node.ANY, Node.ANY)).isTrue();
  }

  @Test
  void whatIsCutSaysSo() throws Exception {
    assertThat(header(server.get("/layer/real"), "Dramatis-Truncated")).isEqualTo("pointing=500");
    assertThat(server.get("/layer/real.html").body()).contains("This is not all");
    assertThat(header(server.get(CARSON), "Dramatis-Truncated")).isEmpty();
  }

  @Test
  void theHeadersLeadToTheOtherFormsAndVersions() throws Exception {
    HttpResponse<String> response = server.get(CARSON, "Accept", BROWSER);
    assertThat(header(response, "Vary")).contains("Accept");
    assertThat(header(response, "Dramatis-Version")).isEqualTo("1");
    assertThat(String.join(", ", response.headers().allValues("Link")))
        .contains("<" + iri(CARSON).getURI() + ">; rel=\"canonical\"")
        .contains("<" + CARSON + ".ttl>; rel=\"describedby\"")
        .contains("<" + CARSON + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")
        .contains("</timegate" + CARSON + ">; rel=\"timegate\"");
  }

  @Test
  void aCopyIsRecognizedAndHeadIsLikeGet() throws Exception {
    HttpResponse<String> response = server.get(CARSON);
    String tag = header(response, "ETag");
    assertThat(server.get(CARSON, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(server.get(CARSON + ".nt", "If-None-Match", tag).statusCode()).isEqualTo(200);
    HttpResponse<String> head = server.method("HEAD", CARSON);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "ETag")).isEqualTo(tag);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aPinnedPageStaysInItsVersion() throws Exception {
    HttpResponse<String> page = server.get(CARSON + "?version=1", "Accept", BROWSER);
    assertThat(page.body()).contains("href=\"/ns?version=1#Person\"");
    assertThat(header(page, "Memento-Datetime")).isNotEmpty();
    assertThat(server.get(CARSON + "?version=0").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasNeverThereIsNotFound() throws IOException, InterruptedException {
    HttpResponse<String> response = server.get("/id/person/nobody-at-all");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("problems/not-found");
    assertThat(server.get(CARSON, "Accept", "image/png").statusCode()).isEqualTo(406);
  }
}
