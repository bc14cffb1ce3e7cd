package org.dramatis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jena's OWL reasoner finds no contradiction in all that is served, and finds a character that is a
 * person, however disguised.
 */
class ConsistencyTest {

  private static final String DISJOINT = "Individual a member of disjoint classes";

  @Test
  void allThatIsServedIsConsistent() {
    assertThat(Contradictions.in(OntologyFiles.graph(OntologyFiles.everything()))).isEmpty();
  }

  @Test
  void aCharacterMarriedToAPersonIsFoundInAllThatIsServed() {
    assertThat(
            withPlanted(
                OntologyFiles.everything(),
                "character:cassie d:spouseOf person:nicholas-galitzine ."))
        .anyMatch(report -> report.contains(DISJOINT))
        .anyMatch(report -> report.contains("nicholas-galitzine"))
        .noneMatch(report -> report.contains("sofia-carson"));
  }

  @Test
  void aPerformerAndTheCharacterAreConsistent() {
    assertThat(
            withPlanted(
                OntologyFiles.modules(),
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
        "character:a a d:Character ; owl:sameAs person:b . person:b a d:Person .",
      })
  void aCharacterThatIsAPersonIsAContradiction(String planted) {
    assertThat(withPlanted(OntologyFiles.modules(), planted))
        .anyMatch(report -> report.contains(DISJOINT));
  }

  private static List<String> withPlanted(List<Path> files, String planted) {
    Graph graph = OntologyFiles.graph(files);
    GraphUtil.addInto(graph, OntologyFiles.graph(planted));
    return Contradictions.in(graph);
  }
}
