package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {

  @TempDir private Path root;
  private Project project;

  @BeforeEach
  void write() throws IOException {
    project = new Project(root);
  }

  private List<Problem> problems() {
    return Seeds.read(project.root()).problems();
  }

  @Test
  void theProblemsOfAllFilesAreReportedTogether() throws IOException {
    project.turtle("ontology/works.ttl", "d:Film a <relative> .");
    project.turtle("ontology/alignments/other.ttl", "d:Film d:name ] .");
    project.turtle("seeds/press.ttl", "film:f d:name \"x\"^^xsd:integer .");
    project.turtle("seeds/fans.ttl", "film:g a d:Film .");
    project.turtle("seeds/stray.ttl", "source:stray a d:Source .");
    assertThat(problems())
        .extracting(problem -> problem.place().file())
        .containsExactlyInAnyOrder(
            "ontology/works.ttl",
            "ontology/alignments/other.ttl",
            "seeds/press.ttl",
            "seeds/fans.ttl",
            "seeds/stray.ttl");
  }

  @Test
  void aSeedThatDeclaresNoSourceIsRefused() throws IOException {
    project.turtle("seeds/fans.ttl", "film:g a d:Film .");
    assertThat(problems())
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.NotOneSource.class, problem -> assertThat(problem.declared()).isEmpty());
  }

  @Test
  void aSeedThatDeclaresTwoSourcesIsRefused() throws IOException {
    project.turtle("seeds/fans.ttl", "source:fans a d:Source . source:clubs a d:Source .");
    assertThat(problems())
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.NotOneSource.class, problem -> assertThat(problem.declared()).hasSize(2));
  }

  @Test
  void aSourceWithoutAnIriIsNone() throws IOException {
    project.turtle("seeds/fans.ttl", "[] a d:Source .");
    assertThat(problems()).singleElement().isInstanceOf(Problem.NotOneSource.class);
  }

  @Test
  void aSeedThatTheOrderDoesNotNameIsReported() throws IOException {
    project.turtle("seeds/stray.ttl", "source:stray a d:Source .");
    assertThat(problems())
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.NotInOrder.class,
            problem -> assertThat(problem.message()).contains("seeds/stray.ttl", "order.txt"));
  }

  @Test
  void aSeedThatIsNamedButMissingIsReported() throws IOException {
    project.delete("seeds/fans.ttl");
    assertThat(problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("seeds/fans.ttl: cannot be read: there is no such file");
  }

  @Test
  void aSeedThatIsNamedTwiceIsReportedWithTheLine() throws IOException {
    project.write("seeds/order.txt", "press.ttl\nfans.ttl\npress.ttl\n");
    assertThat(problems())
        .singleElement()
        .extracting(problem -> problem.place().toString())
        .isEqualTo("seeds/order.txt:3");
  }

  @Test
  void anOrderThatIsMissingIsReportedAndNotTakenForEmpty() throws IOException {
    project.delete("seeds/order.txt");
    assertThat(problems())
        .anySatisfy(
            problem -> assertThat(problem.message()).startsWith("seeds/order.txt: cannot be read"));
  }

  @Test
  void aFolderThatIsMissingIsReported() throws IOException {
    project.delete("ontology/alignments/other.ttl").delete("ontology/alignments");
    assertThat(problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("ontology/alignments: cannot be read: there is no such folder");
  }

  @Test
  void aSeedThatIsNotUtf8IsRefused() throws IOException {
    byte[] latin1 =
        (Project.PREFIXES + "source:fans a d:Source ; d:name \"é\" .")
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(root.resolve("seeds/fans.ttl"), latin1);
    assertThat(problems())
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .contains("0xE9", "not UTF-8");
  }

  @Test
  void theyComeInTheStatedOrderAfterTheOntologyAndItsAlignments() {
    Outcome<List<Submission>> outcome = Seeds.read(project.root());
    assertThat(outcome.problems()).isEmpty();
    List<Submission> submissions = ((Outcome.Ok<List<Submission>>) outcome).value();
    assertThat(submissions)
        .extracting(submission -> submission.source().getURI())
        .containsExactly(
            "https://w3id.org/dramatis/ns",
            "https://w3id.org/dramatis/ns/alignments",
            "https://w3id.org/dramatis/source/press",
            "https://w3id.org/dramatis/source/fans");
    assertThat(submissions.getFirst().statements())
        .as("the modules and the schemes together")
        .hasSize(3);
  }
}
