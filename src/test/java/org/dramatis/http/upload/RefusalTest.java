package org.dramatis.http.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Test;

/** What a writer is told of a change that was refused. */
class RefusalTest {

  private static final Node SONG = NodeFactory.createURI("https://example.org/song");

  private static Problem check(Map<String, Node> row) {
    return new Problem.CheckViolation(
        Place.of("request"), "ontology/checks/lonely.rq", "A song is sung", "nobody sings it", row);
  }

  @Test
  void whatACheckFindsIsAResultOfAConstraintInSparql() {
    HttpProblem refusal = Refusal.of(List.of(check(Map.of("song", SONG))));

    assertThat(refusal.status()).isEqualTo(422);
    ValidationReport report = ValidationReport.fromGraph(refusal.report().orElseThrow());
    assertThat(report.conforms()).isFalse();
    assertThat(report.getEntries()).hasSize(1);
    ReportEntry entry = report.getEntries().iterator().next();
    assertThat(entry.focusNode()).isEqualTo(SONG);
    assertThat(entry.sourceConstraintComponent()).isEqualTo(SHACL.SPARQLConstraintComponent);
    assertThat(entry.source().getURI()).isEqualTo(Namespaces.BASE + "ontology/checks/lonely.rq");
    assertThat(entry.severity()).isEqualTo(Severity.Violation);
    assertThat(entry.message()).contains("A song is sung", "?song = ", "nobody sings it");
  }

  @Test
  void aRowOfLiteralsIsFocusedOnTheFirstAndAnEmptyOneOnTheCheck() {
    Node three = NodeFactory.createLiteralString("3");
    assertThat(focus(Map.of("n", three))).isEqualTo(three);
    assertThat(focus(Map.of()).getURI()).isEqualTo(Namespaces.BASE + "ontology/checks/lonely.rq");
  }

  private static Node focus(Map<String, Node> row) {
    HttpProblem refusal = Refusal.of(List.of(check(row)));
    assertThat(refusal.status()).isEqualTo(422);
    ValidationReport report = ValidationReport.fromGraph(refusal.report().orElseThrow());
    assertThat(report.getEntries()).hasSize(1);
    return report.getEntries().iterator().next().focusNode();
  }

  @Test
  void whatIsNoMatterOfTheRulesHasNoReport() {
    HttpProblem refusal =
        Refusal.of(List.of(new Problem.Malformed(Place.of("request"), "no Turtle", "mend it")));

    assertThat(refusal.report()).isEmpty();
    assertThat(refusal.detail()).contains("no Turtle");
  }
}
