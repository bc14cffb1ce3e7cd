package org.dramatis.http.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.http.WithWritableServer;
import org.dramatis.model.Namespaces;
import org.junit.jupiter.api.Test;

/** What the service tells of itself while others write. */
class DescribedWritesIT extends WithWritableServer {

  private Model description(String path) throws Exception {
    HttpResponse<String> response = server.anonymous("GET", path, "", "Accept", "text/turtle");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(response.body(), Lang.TURTLE).parse(model);
    return model;
  }

  private long statements(String path) throws Exception {
    Model model = description(path);
    return model
        .createResource(server.uri("/") + "#dataset")
        .getRequiredProperty(VOID.triples)
        .getLong();
  }

  @Test
  void nobodyWritesToIt() throws Exception {
    String graph = Namespaces.DESCRIPTION;
    assertThat(
            server
                .update("INSERT DATA { GRAPH <" + graph + "> { <x:s> <x:p> <x:o> } }")
                .statusCode())
        .isEqualTo(403);
    assertThat(server.put("/data?graph=" + graph, "<x:s> <x:p> <x:o> .").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theNumbersAreThoseOfTheVersion() throws Exception {
    assertThat(server.put("/data?graph=x:g", "<x:s> <x:p> 1, 2 .").statusCode()).isEqualTo(201);
    long first = server.version().number();
    long before = statements("/");
    assertThat(server.put("/data?graph=x:h", "<x:s> <x:p> 1, 3 .").statusCode()).isEqualTo(201);
    assertThat(statements("/")).as("one of them was there").isEqualTo(before + 1);
    assertThat(statements("/?version=" + first)).isEqualTo(before);
    assertThat(
            server.ask(
                """
                { ?part <http://rdfs.org/ns/void#property> <x:p> ;
                  <http://rdfs.org/ns/void#triples> 3 ;
                  <http://rdfs.org/ns/void#distinctObjects> 3 ;
                  <http://rdfs.org/ns/void#distinctSubjects> 1 }
                """))
        .isTrue();
    assertThat(server.update("DELETE WHERE { GRAPH <x:h> { ?s ?p ?o } }").statusCode())
        .isEqualTo(204);
    assertThat(statements("/")).isEqualTo(before);
  }

  @Test
  void whatOnlyWritersAskIsListedWhereSomebodyMayWrite() throws Exception {
    Model model = description("/");
    for (String path : new String[] {"/update", "/data", "/identity"}) {
      assertThat(
              model.contains(
                  null, DCAT.endpointURL, model.createResource(server.uri(path).toString())))
          .as(path)
          .isTrue();
    }
  }
}
