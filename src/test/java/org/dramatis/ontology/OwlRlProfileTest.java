package org.dramatis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabulary keeps to the listed constructs of OWL 2 RL, and what does not is found out. */
class OwlRlProfileTest {

  static Stream<Path> modules() {
    return OntologyFiles.modules().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleKeepsToTheProfile(Path module) {
    assertThat(OwlRlProfile.violations(OntologyFiles.graph(List.of(module)))).isEmpty();
  }

  @Test
  void theModulesTogetherKeepToTheProfile() {
    assertThat(OwlRlProfile.violations(OntologyFiles.graph(OntologyFiles.modules()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d:Film rdfs:subClassOf [ owl:unionOf ( d:Work d:Track ) ] .              | only named classes
          d:partOf rdfs:range [ owl:unionOf ( d:Work d:Track ) ] .                 | only named classes
          [] owl:complementOf d:Work .                                             | complementOf is not among
          d:Film owl:disjointUnionOf ( d:Work d:Track ) .                          | disjointUnionOf is not among
          d:Film owl:hasKey ( d:imdbTitle ) .                                      | hasKey is not among
          d:work owl:cardinality 1 .                                               | cardinality is not among
          d:Film rdfs:subClassOf owl:Thing .                                       | owl:Thing stands in no axiom
          owl:Thing rdfs:subClassOf d:Work .                                       | owl:Thing stands in no axiom
          d:work a owl:ReflexiveProperty .                                         | kind is not among
          d:Short a rdfs:Datatype .                                                | kind is not among
          d:date rdfs:range xsd:date .                                             | not a datatype of OWL 2 RL
          d:seasonNumber rdfs:range xsd:duration .                                 | not a datatype of OWL 2 RL
          d:seasonNumber rdfs:range d:Season .                                     | not a datatype of OWL 2 RL
          d:partOf rdfs:range xsd:string .                                         | only a datatype property
          d:partOf rdfs:domain xsd:string .                                        | only in a range
          d:partOf a owl:DatatypeProperty .                                        | two kinds of term
          d:Film a owl:ObjectProperty .                                            | two kinds of term
          d:name a owl:TransitiveProperty .                                        | only an object property
          d:precedes a owl:FunctionalProperty .                                    | transitive, so it may
          d:Film owl:sameAs d:Track .                                              | sameAs is not among
          """)
  void whatIsOutsideTheProfileIsFound(String planted, String found) {
    Graph graph = OntologyFiles.graph(OntologyFiles.modules());
    GraphUtil.addInto(graph, OntologyFiles.graph(planted));
    assertThat(OwlRlProfile.violations(graph)).anyMatch(violation -> violation.contains(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          d:follows a owl:ObjectProperty ; owl:inverseOf d:precedes .
          d:Sequel a owl:Class ; rdfs:subClassOf d:Film ; owl:disjointWith d:Track .
          d:parentOf a owl:AsymmetricProperty, owl:IrreflexiveProperty .
          d:motto a owl:DatatypeProperty ; rdfs:range xsd:string ; rdfs:domain d:Work .
          """)
  void whatIsInsideItIsLeftAlone(String planted) {
    Graph graph = OntologyFiles.graph(OntologyFiles.modules());
    GraphUtil.addInto(graph, OntologyFiles.graph(planted));
    assertThat(OwlRlProfile.violations(graph)).isEmpty();
  }
}
