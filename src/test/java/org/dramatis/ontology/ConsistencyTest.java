package org.dramatis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.reasoner.ValidityReport;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jena's OWL reasoner finds no contradiction in all that is served, and finds a character that is a
 * person, however disguised. The full rule set is used: it detects disjointness as the smaller ones
 * do, and over these graphs takes no longer than they.
 */
class ConsistencyTest {

  @Test
  void allThatIsServedIsConsistent() {
    assertThat(contradictions(OntologyFiles.graph(OntologyFiles.everything()))).isEmpty();
  }

  @Test
  void aPerformerAndTheCharacterAreConsistent() {
    assertThat(
            contradictionsWith(
                """
                credit:lead d:agent person:a ; d:character character:b ; d:work film:c .
                character:b d:spouseOf character:e ; d:appearsIn film:c .
                person:a a d:Person .
                character:e a d:Character .
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "character:a a d:Character, d:Person .",
        "character:a a d:Character . credit:b d:agent character:a .",
        "character:a d:spouseOf person:b . person:b a d:Person .",
        "person:a d:spouseOf character:b . person:a a d:Person .",
        "person:a a d:Person . credit:b d:character person:a .",
        "credit:b d:agent person:a ; d:character person:a .",
        "person:a a d:Person ; d:appearsIn film:b .",
        "character:a d:motherOf character:b . credit:c d:agent character:b .",
      })
  void aCharacterThatIsAPersonIsAContradiction(String planted) {
    assertThat(contradictionsWith(planted)).anyMatch(report -> report.contains("disjoint classes"));
  }

  private static List<String> contradictionsWith(String planted) {
    Graph graph = OntologyFiles.graph(OntologyFiles.modules());
    GraphUtil.addInto(graph, OntologyFiles.graph(planted));
    return contradictions(graph);
  }

  private static List<String> contradictions(Graph graph) {
    ValidityReport report =
        ModelFactory.createInfModel(
                ReasonerRegistry.getOWLReasoner(), ModelFactory.createModelForGraph(graph))
            .validate();
    return WrappedIterator.create(report.getReports())
        .mapWith(ValidityReport.Report::toString)
        .toList();
  }
}
