package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.cli.SampleProject.Run;
import org.junit.jupiter.api.Test;

class CheckCommandTest extends WithProject {

  @Test
  void aProjectWithoutProblemsIsFine() {
    assertThat(project.run("check")).isEqualTo(new Run(0, "checked 3 files: no problems\n", ""));
  }

  @Test
  void everyProblemOfEveryFileIsListed() throws IOException {
    project.write("ontology/broken.ttl", "<a> <b> .\n");
    project.write("queries/music/broken.rq", "SELECT * {");
    project.write("seeds/extra.ttl", "# nobody lists it\n");

    Run run = project.run("check");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("ontology/broken.ttl:1:", "broken.rq", "no decorators", "seeds/extra.ttl");
    assertThat(run.err().lines()).allMatch(line -> line.contains(" — "), "says what to do");
    assertThat(run.out()).startsWith("checked 6 files: ");
  }

  @Test
  void turtleInAnotherFormIsAProblemThatFormatMends() throws IOException {
    Path seed = project.path("seeds/songs.ttl");
    String canonical = Files.readString(seed);
    Files.writeString(seed, canonical.replace("\n    rdfs:label", "\n\trdfs:label"));

    Run check = project.run("check");
    Run format = project.run("format");

    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.err().lines()).singleElement().asString().contains("seeds/songs.ttl:");
    assertThat(format).isEqualTo(new Run(0, seed + "\n", ""));
    assertThat(Files.readString(seed)).isEqualTo(canonical);
    assertThat(project.run("format")).isEqualTo(new Run(0, "", ""));
    assertThat(project.run("check").exitCode()).isZero();
  }

  @Test
  void aFileThatCannotBeFormattedIsLeftAlone() throws IOException {
    Path broken = project.write("broken.ttl", "<a> <b> .\n");

    Run run = project.run("format", broken.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("broken.ttl:1:");
    assertThat(Files.readString(broken)).isEqualTo("<a> <b> .\n");
  }

  @Test
  void aFileBesideTheProjectIsCheckedAsPartOfIt() throws IOException {
    project.write(
        "ontology/checks/one-label.rq",
        """
        # title: A person has one label
        # why: Two labels are two persons.
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?person WHERE { ?person rdfs:label ?a, ?b FILTER(STR(?a) < STR(?b)) }
        """);
    Path other =
        project.write(
            "other.ttl",
            """
            PREFIX d: <https://w3id.org/dramatis/ns#>
            PREFIX person: <https://w3id.org/dramatis/id/person/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX source: <https://w3id.org/dramatis/source/>

            source:other a d:Source ;
                .

            person:ann rdfs:label "Anna"@en ;
                .
            """);

    Run run = project.run("check", other.toString());

    assertThat(run.err()).contains("person:ann");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aQueryFileIsCheckedByItself() throws IOException {
    Path fine = project.write("fine.rq", "SELECT * { ?s ?p ?o }");
    Path broken = project.write("broken.rq", "SELECT * { ?s ?p }");

    assertThat(project.run("check", fine.toString()).exitCode()).isZero();
    assertThat(project.run("check", broken.toString()).err()).contains("broken.rq:1:18");
  }

  @Test
  void theTextOfADocumentIsVerified() throws IOException {
    Path text = project.write("article.txt", SampleProject.TEXT);

    Run run = project.run("check", "--text", text.toString());

    assertThat(run)
        .isEqualTo(
            new Run(
                0, "checked 3 files: no problems\nverified 1 of 1 passages of source:songs\n", ""));
  }

  @Test
  void theWordsOfEachClaimAreShown() throws IOException {
    Path text = project.write("article.txt", SampleProject.TEXT);

    Run run =
        project.run("check", "--text", text.toString(), "--document", "source:songs", "--show");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("claim:1\t6–11\tAnn sings\t«sings»\n");
  }

  @Test
  void aChangedTextAndAShiftedOffsetAreCaught() throws IOException {
    Path changed = project.write("article.txt", SampleProject.TEXT.replace("sings", "hums"));

    Run run = project.run("check", "--text", changed.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("verified 0 of 1 passages");
    assertThat(run.err()).contains("passage:1: the words at 6–11 have changed");

    project.write("seeds/songs.ttl", SampleProject.songs(7, 12, SampleProject.digest("sings")));
    Path text = project.write("article.txt", SampleProject.TEXT);
    assertThat(project.run("check", "--text", text.toString()).err())
        .contains("stand not at 7–12 but at 6–11");
  }

  @Test
  void aDocumentThatIsNotKnownIsMisuse() throws IOException {
    Path text = project.write("article.txt", SampleProject.TEXT);

    Run run = project.run("check", "--text", text.toString(), "--document", "source:other");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("source:songs");
  }
}
