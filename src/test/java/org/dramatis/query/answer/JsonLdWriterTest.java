package org.dramatis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.ingest.RandomGraph;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Rdf11View;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdWriterTest {

  private static String write(Graph graph) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLdWriter.write(graph, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Graph turtle(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    StringBuilder prefixes = new StringBuilder();
    Namespaces.prefixes()
        .forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    RDFParser.fromString(prefixes + text, Lang.TURTLE).parse(graph);
    return graph;
  }

  private static void assertIsReadAsItWas(Graph graph) {
    String written = write(graph);
    Graph read = GraphFactory.createDefaultGraph();
    RDFParser.fromString(written, Lang.JSONLD11).parse(read);
    assertThat(read.isIsomorphicWith(graph)).as(written).isTrue();
  }

  private static JsonObject context(String document) {
    return JSON.parse(document).get("@context").getAsObject();
  }

  @Test
  void whateverIsWrittenIsReadAsItWas() {
    for (int seed = 0; seed < 400; seed++) {
      Graph graph = GraphFactory.createDefaultGraph();
      new RandomGraph(seed).triples().forEach(graph::add);
      assertIsReadAsItWas(Rdf11View.of(graph));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<d:x> <d:y> <d:z> ; a d:Person .",
        "<x:a> d:agent <schema:b> ; schema:actor <role:c> .",
        "<x:a> d:agent \"no link\" , <x:b> , \"no link\"@en , 7 , true .",
        "<x:a> a \"no type\" , <x:T> , _:t .",
        "<x:a> rdfs:label \"a\" , \"a\"@en , 1 , 1.0 , 1e0 , true , \"1\"^^xsd:boolean .",
        "<x:a> d:storyOrder 7 , \"07\"^^xsd:integer , 123456789012345678901 , -0 .",
        "_:a d:agent _:b . _:b d:agent _:a .",
        "<x:a> <http://www.w3.org/ns/shacl#//odd> 1 ; <http://www.w3.org/ns/shacl#> 2 .",
        "<x:a> <tag:@id> 1 ; <x:@type> 2 .",
        "<x:a> d:date \"2026\"^^xsd:gYear , \"x\"^^<x:type> .",
        "<x:a> rdf:value \"{}\"^^rdf:JSON , \"<b/>\"^^rdf:HTML .",
        "<x:a> d:source ( 1 <x:b> ( ) ) ."
      })
  void whatCouldBeTakenForSomethingElseIsNot(String text) {
    assertIsReadAsItWas(turtle(text));
  }

  @Test
  void propertiesAndTypesAreWordsAndNumbersAreNumbers() {
    JsonObject document =
        JSON.parse(
            write(
                turtle(
                    """
                    credit:c a d:Credit ; d:agent person:ann ; rdfs:label "Ann"@en ;
                      d:storyOrder 3 .
                    """)));
    JsonObject credit = document.get("graph").getAsArray().get(0).getAsObject();
    assertThat(credit.getString("id")).isEqualTo(Namespaces.entities("credit") + "c");
    assertThat(credit.getString("type")).isEqualTo("Credit");
    assertThat(credit.getString("agent")).isEqualTo(Namespaces.entities("person") + "ann");
    assertThat(credit.getNumber("storyOrder").intValue()).isEqualTo(3);
    assertThat(credit.getObj("label").getString("@value")).isEqualTo("Ann");
  }

  @Test
  void aDocumentCarriesThePartOfTheContextThatItUses() {
    JsonObject used = context(write(turtle("<x:a> d:agent <x:b> ; schema:name \"B\" .")));
    JsonObject all = context(JsonLdContext.V1.document());
    used.forEach((name, definition) -> assertThat(all.get(name)).isEqualTo(definition));
    assertThat(used.keys())
        .containsExactlyInAnyOrder("@version", "id", "type", "graph", "d", "agent", "schema");
  }

  /** Whoever has fetched it goes on with what he has: a change would need another address. */
  @Test
  void aContextThatWasGivenOutStaysAsItIs() {
    assertThat(Sha256.of(JsonLdContext.V1.document()).hex())
        .isEqualTo("2b885bdb2b56685b45b99f99980210ae3c109f1c54c790df1e6ac1cf0cbf1ccb");
  }

  @Test
  void wordsMeanWhatTheOntologySays() throws IOException {
    Graph ontology = GraphFactory.createDefaultGraph();
    try (Stream<Path> files = Files.list(Path.of("ontology"))) {
      files.filter(file -> file.toString().endsWith(".ttl")).forEach(file -> read(file, ontology));
    }
    Set<String> different = new TreeSet<>();
    context(JsonLdContext.V1.document())
        .forEach((name, definition) -> {
          boolean links = definition.isObject();
          String iri =
              links
                  ? definition.getAsObject().getString("@id")
                  : definition.isString() ? definition.getAsString().value() : "";
          if (iri.startsWith("d:")) {
            Node term = NodeFactory.createURI(Namespaces.TERMS + iri.substring(2));
            boolean relation =
                ontology.contains(
                    Triple.create(term, RDF.Nodes.type, OWL2.ObjectProperty.asNode()));
            if (!ontology.contains(term, RDF.Nodes.type, Node.ANY) || relation != links) {
              different.add(name);
            }
          }
        });
    assertThat(different).isEmpty();
  }

  private static void read(Path file, Graph graph) {
    try {
      RDFParser.fromString(Files.readString(file), Lang.TURTLE).parse(graph);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
