package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void theClassesAreThoseOfTheOntology() throws Exception {
    Map<String, String> defined = defined(Set.of(OWL2.Class.asNode()));
    assertThat(defined).as("the ontology's classes").isNotEmpty();
    assertThat(constants(Vocabulary.Classes.class)).isEqualTo(defined);
  }

  @Test
  void thePropertiesAreThoseOfTheOntology() throws Exception {
    Set<Node> kinds =
        Set.of(
            OWL2.ObjectProperty.asNode(),
            OWL2.DatatypeProperty.asNode(),
            OWL2.AnnotationProperty.asNode());
    Map<String, String> defined = defined(kinds);
    assertThat(defined).as("the ontology's properties").isNotEmpty();
    assertThat(constants(Vocabulary.Properties.class)).isEqualTo(defined);
  }

  /** Names of constants as the ontology asks for them, each with the IRI of its term. */
  private static Map<String, String> defined(Set<Node> kinds) throws IOException {
    Graph ontology = GraphFactory.createDefaultGraph();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("ontology"), "*.ttl")) {
      files.forEach(file -> RDFParser.source(file).parse(ontology));
    }
    return ontology.find(Node.ANY, RDF.Nodes.type, Node.ANY).toList().stream()
        .filter(triple -> kinds.contains(triple.getObject()))
        .map(triple -> triple.getSubject().toString())
        .filter(iri -> iri.startsWith(Namespaces.TERMS))
        .distinct()
        .collect(
            Collectors.toMap(
                VocabularyTest::constantName, iri -> iri, (a, b) -> a + b, TreeMap::new));
  }

  private static String constantName(String iri) {
    String name = iri.substring(Namespaces.TERMS.length());
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> constants(Class<?> holder) throws IllegalAccessException {
    Map<String, String> constants = new TreeMap<>();
    for (Field field : holder.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        constants.put(field.getName(), String.valueOf(field.get(null)));
      }
    }
    return constants;
  }
}
