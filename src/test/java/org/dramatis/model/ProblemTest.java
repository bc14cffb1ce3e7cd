package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Node FILM = NodeFactory.createURI(Namespaces.entities("film") + "a-film");

  @Test
  void aColumnWithoutALineIsNoPlace() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Place("a.ttl", 0, 3));
  }

  @Test
  void theMessageBeginsWithThePlaceInTheFormThatEditorsLink() {
    Problem problem = new Problem.Malformed(new Place("a.ttl", 3, 14), "bad", "mend it");
    assertThat(problem.message()).isEqualTo("a.ttl:3:14: bad — mend it");
  }

  @Test
  void theMessageIsOneLineWhateverIsQuotedInIt() {
    Problem problem = new Problem.NotCanonical(Place.of("a.ttl", 1), "x\ny", "z");
    assertThat(problem.message().lines()).hasSize(1);
  }

  @Test
  void aShapeViolationNamesNodePathValueAndShape() {
    Problem problem =
        new Problem.ShapeViolation(
            Place.of("a.ttl"),
            NodeFactory.createURI(Namespaces.TERMS + "FilmShape"),
            FILM,
            Optional.of(new P_Link(RDFS.label.asNode())),
            Optional.of(NodeFactory.createLiteralLang("Ein Film", "de")),
            "a label is in English",
            SHACL.LanguageInConstraintComponent,
            true);
    assertThat(problem.message())
        .isEqualTo(
            "a.ttl: film:a-film rdfs:label \"Ein Film\"@de: a label is in English"
                + " — see the shape d:FilmShape");
  }

  @Test
  void aCheckViolationShowsTheRowInTheOrderOfTheQuery() {
    Map<String, Node> row = new LinkedHashMap<>();
    row.put("work", FILM);
    row.put("claim", NodeFactory.createURI(Namespaces.claims("x") + "2"));
    Problem problem =
        new Problem.CheckViolation(
            Place.of("a.ttl"), "ontology/checks/c.rq", "No two", "One is enough.", row);
    assertThat(problem.message())
        .isEqualTo(
            "a.ttl: No two: ?work = film:a-film, ?claim = claim:x/2"
                + " — see ontology/checks/c.rq: One is enough.");
  }

  @Test
  void onlyAShapeOfLesserSeverityLetsThingsPass() {
    assertThat(new Problem.Malformed(Place.of("a"), "b", "c").blocks()).isTrue();
    assertThat(
            new Problem.ShapeViolation(
                    Place.of("a"),
                    FILM,
                    FILM,
                    Optional.empty(),
                    Optional.empty(),
                    "hm",
                    SHACL.ClassConstraintComponent,
                    false)
                .blocks())
        .isFalse();
  }

  @Test
  void aSeedWithoutASourceIsToldApartFromOneWithSeveral() {
    assertThat(new Problem.NotOneSource(Place.of("a.ttl"), List.of()).what())
        .isEqualTo("declares no d:Source");
    assertThat(new Problem.NotOneSource(Place.of("a.ttl"), List.of(FILM, FILM)).what())
        .contains("several", "film:a-film");
  }
}
