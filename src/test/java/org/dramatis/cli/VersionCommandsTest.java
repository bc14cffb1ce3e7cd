package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands about versions and identifiers do and print. */
class VersionCommandsTest extends WithProject {

  private static final String BOB =
      """
      <https://w3id.org/dramatis/id/person/bob> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
      <https://w3id.org/dramatis/ns#Person> .
      <https://w3id.org/dramatis/id/person/bob> <http://www.w3.org/2000/01/rdf-schema#label> \
      "Bob"@en .
      """;

  private String data = "";

  /** Version 1 is what the files say, version 2 adds Bob. */
  @BeforeEach
  void makeVersions() {
    data = "--data=" + project.path("data");
    SampleProject.Run loaded =
        project.runWith(BOB, "load", data, "--format=nt", "--graph=https://example.org/g", "-");
    assertThat(loaded.err()).isEmpty();
    assertThat(loaded.out()).startsWith("version 2: 2 statements read, 2 of them new");
  }

  private SampleProject.Run run(String command) {
    return project.run((command + " " + data).split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2, diff 1 two words, Unmatched argument",
    "2, diff 1 n@ne, is no version: name it by its number",
    "1, diff 1 9, there is no version 9; the newest is 2",
    "1, diff 1 2030.1, there is no version 2030.1; the newest is 2",
    "2, diff 1 2 --format ttl, say --part added or --part deleted",
    "2, diff 1 2 --part both --format ttl, --part is added or deleted",
    "2, release 7, cannot be the name of a release",
    "2, release 2026.1 --of n@ne, is no version",
    "1, release 2026.1 --of 9, there is no version 9; the newest is 2",
    "2, merge person:ann, Missing required parameter",
    "1, merge person:ann person:never, person:never",
    "1, retire person:never, person:never",
    "1, rename person:never person:some, person:never",
    "1, rename person:ann person:bob, person:bob",
    "2, retire Ann, Ann",
    "2, retire person:ann --by project, is no name for the record",
  })
  void whatCannotBeDoneIsOneLineAndChangesNothing(int exitCode, String command, String expected) {
    SampleProject.Run run = run(command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err().lines()).singleElement().asString().contains(expected);
    assertThat(run.out()).isEmpty();
    assertThat(run("history").out().lines()).hasSize(2);
  }

  @Test
  void aReleaseIsTheVersionThatIsNamedForEver() {
    assertThat(run("release first --of 1").out()).startsWith("first\t1\tsha256:");
    assertThat(run("release first --of 1").out()).startsWith("first\t1\tsha256:");
    assertThat(run("release newest").out()).startsWith("newest\t3\tsha256:");
    SampleProject.Run other = run("release first --of 2");
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(other.err()).contains("release first is version 1, and always will be");
    assertThat(run("history").out().lines().toList().getLast()).contains("first");
    assertThat(run("diff first 2").out()).isEqualTo(run("diff 1 2").out());
  }

  @Test
  void aReleaseIsThereAfterTheFilesAreReadAgain() throws IOException {
    run("release first --of 1");
    project.write("more.nt", BOB.replace("bob", "bert").replace("Bob", "Bert"));
    assertThat(run("load --graph=https://example.org/g " + project.path("more.nt")).out())
        .startsWith("version 4: ");
    assertThat(run("release first").out()).startsWith("first\t1\t");
    assertThat(run("diff 3 4").out()).doesNotContain("first");
  }

  @Test
  void aDifferenceIsAPatchOrJsonOrOneHalf() {
    assertThat(run("diff 1 2").out().lines())
        .contains("TX .", "TC .")
        .filteredOn(line -> line.startsWith("A "))
        .hasSize(2);
    assertThat(run("diff 2 1").out().lines()).filteredOn(line -> line.startsWith("D ")).hasSize(2);
    assertThat(run("diff 1 2 --format json").out()).contains("\\\"Bob\\\"@en");
    assertThat(run("diff 1 2 --part added --format nt").out().lines()).hasSize(2);
    assertThat(run("diff 1 2 --part deleted --format nt").out()).isEmpty();
  }

  @Test
  void theHistoryOfAnEntityAndOfAStatementIsTold() {
    String bob = "https://w3id.org/dramatis/id/person/bob";
    assertThat(run("history --about " + bob).out()).contains("Load: ").doesNotContain("ontology");
    assertThat(run("history --format csv").out().lines()).hasSize(3);
  }

  @Test
  void whatIsRenamedMergedAndRetiredIsToldInTheRecord() {
    assertThat(run("rename person:bob person:bert").out()).startsWith("version 3: ");
    assertThat(run("retire person:bert --reason=Never-was").out()).startsWith("version 4: ");
    assertThat(run("diff 2 4 --part added --format nt").out())
        .contains("Never-was", "isReplacedBy");
    assertThat(run("retire person:bert").exitCode()).isEqualTo(1);
    assertThat(run("rename person:ann person:bob").exitCode())
        .as("what was served once is not given to something else")
        .isEqualTo(1);
  }

  @Test
  void aFileThatIsBrokenInTheMiddleLosesNothing() throws IOException {
    String before = run("history").out();
    project.write("broken.nt", BOB.replace("bob", "bert") + "<https://example.org/ broken\n" + BOB);
    SampleProject.Run run = run("load --graph=https://example.org/g " + project.path("broken.nt"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("broken.nt:4:1: Broken IRI").doesNotContain("\r", "%", "\u001B");
    assertThat(run("history").out()).isEqualTo(before);
    assertThat(project.runOutside("verify", data).exitCode()).isZero();
    assertThat(Files.exists(project.path("data").resolve("loading"))).isFalse();
  }
}
