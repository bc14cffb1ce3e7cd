package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  @TempDir private Path root;
  private Project project;

  @BeforeEach
  void write() throws IOException {
    project = new Project(root);
  }

  private List<String> problems() {
    return Rules.load(project.root()).problems().stream().map(Problem::message).toList();
  }

  @Test
  void brokenShapesAndBrokenChecksAreReportedTogether() throws IOException {
    project.turtle("ontology/shapes/film.ttl", "d:FilmShape a <relative> .");
    project.write("ontology/checks/bad.rq", "# Title\n# Why.\nSELECT * {\n ?s ?p }\n");
    assertThat(problems())
        .satisfiesExactly(
            message -> assertThat(message).startsWith("ontology/shapes/film.ttl:12:15: Relative"),
            message ->
                assertThat(message)
                    .isEqualTo(
                        "ontology/checks/bad.rq:4:8: Encountered \" \"}\" \"} \"\""
                            + " — mend the query here"));
  }

  @Test
  void aShapeThatIsNotLegalShaclIsRefused() throws IOException {
    project.turtle(
        "ontology/shapes/film.ttl",
        "d:S a sh:NodeShape ; sh:targetClass d:Film ; sh:property [ sh:minCount \"x\" ] .");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("ontology/shapes: a shape is not legal SHACL: ");
  }

  @Test
  void aConstraintThatTheEngineWouldPassOverInSilenceIsRefused() throws IOException {
    project.turtle(
        "ontology/shapes/film.ttl",
        "d:S a sh:NodeShape ; sh:targetClass d:Film ; sh:reifierShape d:T .");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("ontology/shapes/film.ttl: sh:reifierShape is not looked at");
  }

  @Test
  void aCheckWithoutASentenceOfWhyIsRefused() throws IOException {
    project.write("ontology/checks/mute.rq", "# Title only\nSELECT * { ?s ?p ?o }\n");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("ontology/checks/mute.rq:1: does not say why");
  }

  @Test
  void aCheckThatIsNoSelectIsRefused() throws IOException {
    project.write("ontology/checks/ask.rq", "# Title\n# Why.\nASK { ?s ?p ?o }\n");
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("ontology/checks/ask.rq: is not a SELECT");
  }

  @Test
  void missingFoldersAreReportedForRulesThatAreNotThereCatchNothing() throws IOException {
    project.delete("ontology/shapes/film.ttl").delete("ontology/shapes");
    project.delete("ontology/checks/one-director.rq").delete("ontology/checks");
    assertThat(problems())
        .satisfiesExactly(
            message -> assertThat(message).startsWith("ontology/shapes: cannot be read"),
            message -> assertThat(message).startsWith("ontology/checks: cannot be read"));
  }

  @Test
  void aCheckKnowsItsTitleAndItsWhy() {
    Outcome<Rules> outcome = Rules.load(project.root());
    assertThat(outcome.problems()).isEmpty();
    assertThat(((Outcome.Ok<Rules>) outcome).value().checks().all())
        .singleElement()
        .satisfies(check -> {
          assertThat(check.name()).isEqualTo("ontology/checks/one-director.rq");
          assertThat(check.title()).isEqualTo("A film has one director");
          assertThat(check.why())
              .isEqualTo(
                  "according to each source, because the others would be credited otherwise.");
        });
  }
}
